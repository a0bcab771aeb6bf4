import type { Metadata } from "next";
import { currentPublication } from "@/app/_kit/session";
import { Door } from "@/components/newsroom/door";
import { isMailOn } from "@/domain/outbound/mail";
import { routes } from "@/lib/routes";
import { ask } from "./actions";
import { ForgottenForm } from "./form";

export const metadata: Metadata = { title: "Forgotten password" };

export default async function ForgottenPage() {
  const publication = await currentPublication();
  return (
    <Door
      publicationName={publication?.name ?? "Masthead"}
      title="Forgotten your password?"
      intro={
        isMailOn()
          ? "You get a letter with a link to choose a new one."
          : "This paper sends no e-mail. Ask an owner for a link: they find it on your page under People."
      }
    >
      {isMailOn() && <ForgottenForm action={ask} />}
      <a href={routes.signIn()} className="mt-4 block w-fit py-1 text-link underline">
        Back to signing in
      </a>
    </Door>
  );
}
