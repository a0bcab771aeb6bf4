import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPublication, findStanding } from "@/app/_kit/session";
import { askPasskey } from "@/app/(account)/sign-in/actions";
import * as factorActions from "@/app/(newsroom)/newsroom/account/factors/actions";
import { signOut } from "@/app/(newsroom)/newsroom/actions";
import { Door } from "@/components/newsroom/door";
import { ConfirmProvider } from "@/components/newsroom/people/confirm-provider";
import { SecondFactor } from "@/components/newsroom/people/second-factor";
import { Button, buttonClass } from "@/components/ui/button";
import { ownFactors } from "@/domain/people/factor-keeping";
import { newsroomPath } from "@/lib/newsroom-path";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Set up a second factor" };

/** Where those are led whose role asks for a second factor, before anything else. It stays for the codes to be kept. */
export default async function SetUpFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = newsroomPath((await searchParams).next);
  const [publication, standing] = await Promise.all([currentPublication(), findStanding()]);
  if (!standing) redirect(routes.signIn(next));
  const { actor, lacksFactor } = standing;
  const { confirm, ...deeds } = factorActions;
  return (
    <Door
      wide
      publicationName={publication?.name ?? "Masthead"}
      title={lacksFactor ? "Set up a second factor" : "Your second factor is set up"}
      intro={
        lacksFactor
          ? "Your role asks for one: besides the password, something that only you have. It takes a minute."
          : "Keep the recovery codes if you were shown any, then go on."
      }
    >
      <ConfirmProvider email={actor.email} confirm={confirm} askPasskey={askPasskey}>
        {!lacksFactor && (
          <a href={next} className={buttonClass("primary", "mb-6")}>
            Go on to the newsroom
          </a>
        )}
        <h2 className="sr-only">Ways to prove that it is you</h2>
        <SecondFactor factors={await ownFactors(actor)} deeds={deeds} timeZone={publication?.timeZone ?? "UTC"} />
      </ConfirmProvider>
      <form action={signOut} className="mt-6 border-t border-line pt-4">
        <Button type="submit" look="quiet">
          Sign out
        </Button>
      </form>
    </Door>
  );
}
