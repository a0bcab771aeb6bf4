import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { BylineForm } from "@/app/(newsroom)/newsroom/bylines/forms";
import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { Badge } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readByline } from "@/domain/taxonomy/desk";
import { routes } from "@/lib/routes";
import { changeByline } from "./actions";

export const metadata: Metadata = { title: "Byline" };

export default async function BylinePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  const byline = await read(readByline(actor, (await params).id));
  return (
    <>
      <Link href={routes.newsroom.bylines()} className="mb-2 block w-fit text-sm text-link underline">
        All bylines
      </Link>
      <PageHeader title={byline.name} intro={byline.guest ? "A guest" : "A member of the staff"}>
        {byline.live ? (
          <a href={routes.byline(byline.slug)} className={buttonClass()}>
            View the profile
          </a>
        ) : (
          <Badge>The profile opens with the first published story</Badge>
        )}
      </PageHeader>
      <BylineForm action={changeByline} byline={byline} portrait={byline.portrait} />
    </>
  );
}
