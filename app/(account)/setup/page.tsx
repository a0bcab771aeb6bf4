import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPublication } from "@/app/_kit/session";
import { Door } from "@/components/newsroom/door";
import { timeZones } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import { setUp } from "./actions";
import { SetUpForm } from "./form";

export const metadata: Metadata = { title: "Set up your publication" };

/** First-run set-up. Once it is done there is nothing here any more, and the verb refuses as well. */
export default async function SetUpPage() {
  if (await currentPublication()) redirect(routes.signIn());
  return (
    <Door
      wide
      publicationName="Masthead"
      title="Set up your publication"
      intro="A name for the paper, and you as its first owner. All of it can be changed later; this page then closes for good."
    >
      <SetUpForm action={setUp} timeZones={timeZones()} />
    </Door>
  );
}
