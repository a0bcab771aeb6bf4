import { DeadEnd } from "@/components/newsroom/dead-end";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export default function NothingHere() {
  return (
    <DeadEnd
      title="Nothing here"
      intro="This page does not exist, or it is not for you to see. Check the address, or start from the articles."
    >
      <Link href={routes.newsroom.articles()} className={buttonClass("primary")}>
        Go to the articles
      </Link>
    </DeadEnd>
  );
}
