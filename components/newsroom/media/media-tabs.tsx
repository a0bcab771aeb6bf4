import { Tabs } from "@/components/newsroom/tabs";
import { routes } from "@/lib/routes";

/** The pages of the library. */
export function MediaTabs() {
  return (
    <Tabs
      label="Library"
      pages={[
        ["Files", routes.newsroom.media()],
        ["Collections", routes.newsroom.collections()],
        ["Keywords", routes.newsroom.keywords()],
        ["Rights", routes.newsroom.rights()],
      ]}
    />
  );
}
