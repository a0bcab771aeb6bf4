import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Link } from "@/components/newsroom/link";
import { LapsingList } from "@/components/newsroom/media/lapsing-list";
import { MediaTabs } from "@/components/newsroom/media/media-tabs";
import { Panel } from "@/components/newsroom/panel";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listLapsing } from "@/domain/media/rights-desk";
import { can } from "@/domain/people/staff";
import { readWhenLapsed } from "@/domain/settings/desk";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Rights" };

const HAPPENS = {
  warn: "Readers still see what has lapsed: extend its rights, replace it, or take it out of its stories.",
  placeholder:
    "Readers see a placeholder instead of what has lapsed: extend its rights, replace it, or take it out of its stories.",
};

/** What readers see whose rights have lapsed, or will within two weeks. */
export default async function RightsPage() {
  const [actor, timeZone] = await Promise.all([currentActor(), currentTimeZone()]);
  const [{ rows, more }, whenLapsed] = await read(Promise.all([listLapsing(actor), readWhenLapsed(actor)]));
  const lapsed = rows.filter(({ hasLapsed }) => hasLapsed);
  const lapsing = rows.filter(({ hasLapsed }) => !hasLapsed);
  return (
    <>
      <PageHeader title="Rights" intro="What readers see whose rights have lapsed, or lapse within two weeks.">
        {can(actor, "settings.manage") && (
          <Link href={routes.newsroom.settings("pictures")} className={buttonClass()}>
            What happens then
          </Link>
        )}
      </PageHeader>
      <MediaTabs />
      {rows.length === 0 && (
        <Empty title="All that readers see may be shown">
          What lapses stands here from two weeks before, with the stories that show it.
        </Empty>
      )}
      {lapsed.length > 0 && (
        <Panel title="Lapsed" intro={HAPPENS[whenLapsed]}>
          <LapsingList label="Lapsed" rows={lapsed} timeZone={timeZone} />
        </Panel>
      )}
      {lapsing.length > 0 && (
        <Panel title="Lapse within two weeks">
          <LapsingList label="Lapse within two weeks" rows={lapsing} timeZone={timeZone} />
        </Panel>
      )}
      {more && <Notice className="mt-6">There are more. They stand here once these are seen to.</Notice>}
    </>
  );
}
