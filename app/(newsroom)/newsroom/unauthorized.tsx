import { DeadEnd } from "@/components/newsroom/dead-end";
import { buttonClass } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export default function SignedOut() {
  return (
    <DeadEnd
      title="You are signed out"
      intro="Your session has ended: you signed out elsewhere, changed your password, or were away for long."
    >
      <a href={routes.signIn()} className={buttonClass("primary")}>
        Sign in
      </a>
    </DeadEnd>
  );
}
