import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPublication, findActor } from "@/app/_kit/session";
import { Door } from "@/components/newsroom/door";
import { newsroomPath } from "@/lib/newsroom-path";
import { routes } from "@/lib/routes";
import { signIn } from "./actions";
import { SignInForm } from "./form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = newsroomPath((await searchParams).next);
  const publication = await currentPublication();
  if (!publication) redirect(routes.setup());
  if (await findActor()) redirect(next);
  return (
    <Door publicationName={publication.name} title="Sign in">
      <SignInForm action={signIn} next={next} />
    </Door>
  );
}
