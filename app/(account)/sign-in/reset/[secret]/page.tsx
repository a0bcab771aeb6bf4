import type { Metadata } from "next";
import { currentPublication } from "@/app/_kit/session";
import { Door } from "@/components/newsroom/door";
import { buttonClass } from "@/components/ui/button";
import { findReset } from "@/domain/people/resetting";
import { routes } from "@/lib/routes";
import { choose } from "./actions";
import { ResetForm } from "./form";

export const metadata: Metadata = { title: "New password" };

export default async function ResetPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const [publication, found] = await Promise.all([currentPublication(), findReset(secret)]);
  const publicationName = publication?.name ?? "Masthead";
  if (!found) {
    return (
      <Door
        publicationName={publicationName}
        title="This link no longer works"
        intro="A link works once, and for 30 minutes. Ask for a new one."
      >
        <a href={routes.forgotten()} className={buttonClass("primary")}>
          Ask for a new link
        </a>
      </Door>
    );
  }
  return (
    <Door
      publicationName={publicationName}
      title="Choose a new password"
      intro={`For ${found.name}. You are signed out everywhere else.`}
    >
      <ResetForm action={choose} secret={secret} email={found.email} />
    </Door>
  );
}
