import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentPublication } from "@/app/_kit/session";
import { AboutForm } from "@/components/newsroom/about/about-form";
import { ABOUT_PURPOSES } from "@/components/newsroom/about/purposes";
import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readAbout } from "@/domain/settings/desk";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { saveAbout } from "./actions";

export const metadata: Metadata = { title: "About page" };

export default async function AboutPage({ params }: { params: Promise<{ slug: string }> }) {
  const [actor, publication] = await Promise.all([currentActor(), currentPublication()]);
  const page = await read(readAbout(actor, (await params).slug));
  const { name, purpose } = ABOUT_PURPOSES[page.slug];
  const suggested = wordsOf(publication?.language ?? "en")(name);
  return (
    <>
      <Link href={routes.newsroom.about()} className="mb-2 block w-fit text-sm text-link underline">
        All about pages
      </Link>
      <PageHeader
        title={page.title || suggested}
        intro={
          <>
            {purpose}
            {page.editedAt && (
              <span className="block">
                Last edited by {page.editedBy},{" "}
                <Moment at={new Date(page.editedAt)} timeZone={publication?.timeZone ?? "UTC"} />
              </span>
            )}
          </>
        }
      >
        {page.live && (
          <a href={routes.about(page.slug)} target="_blank" rel="noreferrer" className={buttonClass()}>
            View on site
          </a>
        )}
      </PageHeader>
      <AboutForm key={page.slug} action={saveAbout} page={page} suggested={suggested} />
    </>
  );
}
