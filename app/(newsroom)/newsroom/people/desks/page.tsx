import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { Row, Rows } from "@/components/newsroom/panel";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { deskChoices, listDesks } from "@/domain/people/desk-keeping";
import { dropDesk, keepDesk } from "./actions";
import { DeskDialog, RemoveDeskDialog } from "./forms";

export const metadata: Metadata = { title: "Desks" };

export default async function DesksPage() {
  const actor = await currentActor();
  const [desks, choices] = await read(Promise.all([listDesks(actor), deskChoices(actor)]));
  const isOwner = actor.role === "owner";
  return (
    <>
      <PageHeader
        title="Desks"
        intro="Who is on a desk edits and publishes others’ stories in its sections alone, and writes their own in any. Everybody reads as before. Who is on no desk is limited by none."
      >
        {isOwner && <DeskDialog action={keepDesk} choices={choices} />}
      </PageHeader>
      {desks.length === 0 ? (
        <Empty title="No desks yet">
          Every role reaches all sections. Make a desk, such as Sport, to keep its people to what they look after.
        </Empty>
      ) : (
        <Rows label="Desks">
          {desks.map((desk) => (
            <Row
              key={desk.id}
              actions={
                isOwner && (
                  <>
                    <DeskDialog action={keepDesk} desk={desk} choices={choices} />
                    <RemoveDeskDialog action={dropDesk} desk={desk} />
                  </>
                )
              }
            >
              <p className="font-semibold">{desk.name}</p>
              <p className="text-sm">{desk.sections.map(({ name }) => name).join(", ")}</p>
              <p className="text-sm text-muted">
                {desk.members.length === 0 ? "Nobody yet" : desk.members.map(({ name }) => name).join(", ")}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}
