import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Panel } from "@/components/newsroom/panel";
import { FactorRolesForm } from "@/components/newsroom/people/factor-roles-form";
import { MatrixForm } from "@/components/newsroom/people/matrix-form";
import { PageHeader } from "@/components/ui/page-header";
import { rolesThatNeedFactor } from "@/domain/people/factor-keeping";
import { manageMatrix } from "@/domain/people/role-keeping";
import { chooseFactors, reset, saveMatrix } from "./actions";

export const metadata: Metadata = { title: "Roles" };

export default async function RolesPage() {
  const actor = await currentActor();
  const { matrix, isChanged } = await read(manageMatrix(actor));
  const needed = await rolesThatNeedFactor();
  return (
    <>
      <PageHeader
        title="Roles"
        intro="What each role may do: to nothing, to what is a person’s own, or to all. What differs from how a paper starts is marked."
      >
        {isChanged && (
          <FormDialog
            open="Back to the start"
            title="Put every role back?"
            intro="All four roles may again what they might when the paper began."
            action={reset}
            submit="Put every role back"
            look="danger"
          />
        )}
      </PageHeader>
      <MatrixForm action={saveMatrix} matrix={matrix} />
      <div className="mt-10">
        <Panel
          title="Second factor"
          intro="Of whom it is asked, besides the password. Whoever has the role and no factor yet sets one up at their next click, before anything else."
        >
          <FactorRolesForm action={chooseFactors} needed={needed} />
        </Panel>
      </div>
    </>
  );
}
