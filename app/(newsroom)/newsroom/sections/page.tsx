import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { Row, Rows } from "@/components/newsroom/panel";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { manageSections } from "@/domain/taxonomy/desk";
import { routes } from "@/lib/routes";
import { addSection, changeSection, shiftSection } from "./actions";
import { EditSectionDialog, MoveButton, NewSectionDialog } from "./forms";

export const metadata: Metadata = { title: "Sections" };

export default async function SectionsPage() {
  const actor = await currentActor();
  const sections = await read(manageSections(actor));
  return (
    <>
      <PageHeader title="Sections" intro="The shelves of the paper, in the order in which readers see them.">
        <NewSectionDialog action={addSection} />
      </PageHeader>
      {sections.length === 0 ? (
        <Empty title="No sections yet">
          Every story needs one. Begin with a few broad ones, such as News and Culture.
        </Empty>
      ) : (
        <Rows label="Sections">
          {sections.map((section, index) => (
            <Row
              key={section.id}
              actions={
                <>
                  <MoveButton action={shiftSection} section={section} direction="up" disabled={index === 0} />
                  <MoveButton
                    action={shiftSection}
                    section={section}
                    direction="down"
                    disabled={index === sections.length - 1}
                  />
                  <EditSectionDialog action={changeSection} section={section} />
                </>
              }
            >
              <p>
                <Swatch accent={section.accent} />
                <span className="font-semibold">{section.name}</span>{" "}
                <a href={routes.section(section.slug)} className="text-sm text-link underline">
                  {routes.section(section.slug)}
                </a>
              </p>
              {section.description && <p className="text-sm text-muted">{section.description}</p>}
              {section.topics.length > 0 && (
                <p className="text-sm text-muted">Sub-topics: {section.topics.map(({ name }) => name).join(", ")}</p>
              )}
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

/** The section's own colour, for the eye. */
function Swatch({ accent }: { accent: string }) {
  if (!accent) return null;
  return <span aria-hidden className="mr-2 inline-block size-3 rounded-full" style={{ background: accent }} />;
}
