import { DeadEnd } from "@/components/newsroom/dead-end";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export default function NotForThisRole() {
  return (
    <DeadEnd
      title="Not for your role"
      intro="Your role does not allow this. If you need it for your work, ask an owner of the publication to change your role."
    >
      <Link href={routes.newsroom.articles()} className={buttonClass("primary")}>
        Go to the articles
      </Link>
    </DeadEnd>
  );
}
