import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPublication } from "@/app/_kit/session";
import { isAtSecondStep } from "@/app/_kit/sign-in";
import { askPasskey, finish } from "@/app/(account)/sign-in/actions";
import { Door } from "@/components/newsroom/door";
import { FactorForm } from "@/components/newsroom/people/factor-form";
import { newsroomPath } from "@/lib/newsroom-path";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in: second step" };

export default async function SecondStepPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = newsroomPath((await searchParams).next);
  if (!(await isAtSecondStep())) redirect(routes.signIn(next));
  const publication = await currentPublication();
  return (
    <Door publicationName={publication?.name ?? "Masthead"} title="One more step" intro="Your password was right.">
      <FactorForm action={finish} askPasskey={askPasskey} hidden={{ next }} />
      <p className="mt-4 text-sm text-muted">
        Neither at hand? An owner can reset your second factor.{" "}
        <a href={routes.signIn(next)} className="text-link underline">
          Sign in as somebody else
        </a>
      </p>
    </Door>
  );
}
