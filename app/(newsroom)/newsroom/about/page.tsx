import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentPublication } from "@/app/_kit/session";
import { ABOUT_PURPOSES } from "@/components/newsroom/about/purposes";
import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { Row, Rows } from "@/components/newsroom/panel";
import { Badge } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { KeptAbout } from "@/domain/settings/about";
import { listAbout } from "@/domain/settings/desk";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

export const metadata: Metadata = { title: "About pages" };

export default async function AboutPages() {
  const [actor, publication] = await Promise.all([currentActor(), currentPublication()]);
  const pages = await read(listAbout(actor));
  const words = wordsOf(publication?.language ?? "en");
  return (
    <>
      <PageHeader
        title="About pages"
        intro="Where the paper says who makes it and how it works. Every page for readers leads to those that are published, and search engines look for them."
      />
      <Rows label="About pages">
        {pages.map((page) => (
          <Row key={page.slug} actions={<State of={page} />}>
            <Link href={routes.newsroom.about(page.slug)} className="font-semibold text-link underline">
              {page.title || words(ABOUT_PURPOSES[page.slug].name)}
            </Link>
            <p className="text-sm text-muted">{ABOUT_PURPOSES[page.slug].purpose}</p>
            {page.editedAt && (
              <p className="text-sm text-muted">
                Last edited by {page.editedBy},{" "}
                <Moment at={new Date(page.editedAt)} timeZone={publication?.timeZone ?? "UTC"} />
              </p>
            )}
          </Row>
        ))}
      </Rows>
    </>
  );
}

function State({ of: { slug, editedAt, live } }: { of: KeptAbout }) {
  if (!editedAt) return <Badge>Not written</Badge>;
  if (!live) return <Badge tone="warn">Draft</Badge>;
  return (
    <>
      <Badge tone="good">Live</Badge>
      <a href={routes.about(slug)} className="text-sm text-link underline">
        {routes.about(slug)}
      </a>
    </>
  );
}
