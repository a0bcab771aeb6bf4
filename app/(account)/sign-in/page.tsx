import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPublication, findStanding } from "@/app/_kit/session";
import { Door } from "@/components/newsroom/door";
import { newsroomPath } from "@/lib/newsroom-path";
import { routes } from "@/lib/routes";
import { askPasskey, passkeyAlone, signIn } from "./actions";
import { SignInForm } from "./form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = newsroomPath((await searchParams).next);
  const publication = await currentPublication();
  if (!publication) redirect(routes.setup());
  const standing = await findStanding();
  if (standing) redirect(standing.lacksFactor ? routes.secondFactor(next) : next);
  return (
    <Door publicationName={publication.name} title="Sign in">
      <SignInForm action={signIn} passkeyAlone={passkeyAlone} askPasskey={askPasskey} next={next} />
    </Door>
  );
}
