import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { Row, Rows } from "@/components/newsroom/panel";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { manageStyleRules } from "@/domain/style/desk";
import { addRule, changeRule, dropRule } from "./actions";
import { EditRuleDialog, NewRuleDialog, RemoveRuleDialog } from "./forms";

export const metadata: Metadata = { title: "House style" };

export default async function StylePage() {
  const actor = await currentActor();
  const rules = await read(manageStyleRules(actor));
  return (
    <>
      <PageHeader
        title="House style"
        intro="Words that the paper writes otherwise, and why. Writers are shown where a story uses one; nobody is kept from publishing."
      >
        <NewRuleDialog action={addRule} />
      </PageHeader>
      {rules.length === 0 ? (
        <Empty title="No rules yet">
          Doubled words, names spelled two ways, quotations without a speaker and the like are looked for by themselves.
        </Empty>
      ) : (
        <Rows label="Rules">
          {rules.map((rule) => (
            <Row
              key={rule.id}
              actions={
                <>
                  <EditRuleDialog action={changeRule} rule={rule} />
                  <RemoveRuleDialog action={dropRule} rule={rule} />
                </>
              }
            >
              <p className="[overflow-wrap:anywhere]">
                <span className="font-semibold">{rule.avoid}</span>
                {rule.preferred && (
                  <>
                    {" → "}
                    <span className="sr-only">write </span>
                    <span className="font-semibold">{rule.preferred}</span>
                  </>
                )}
              </p>
              {rule.reason && <p className="text-sm [overflow-wrap:anywhere]">{rule.reason}</p>}
              <p className="text-sm text-muted">
                {[rule.wholeWord ? "Whole words only" : "Within words too", rule.matchCase && "capitals as here"]
                  .filter(Boolean)
                  .join(", ")}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}
