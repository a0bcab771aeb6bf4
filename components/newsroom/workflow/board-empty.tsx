import { Link } from "@/components/newsroom/link";
import { Empty } from "@/components/ui/page-header";
import { routes } from "@/lib/routes";

/** What stands where the columns would, while no story is under way: how one comes there, and how it goes on. */
export function BoardEmpty({ narrowed, mayPropose }: { narrowed: boolean; mayPropose: boolean }) {
  if (narrowed) {
    return (
      <Empty title="No story fits">
        Choose others, or{" "}
        <Link href={routes.newsroom.board()} className="text-link underline">
          look at the whole board
        </Link>
        .
      </Empty>
    );
  }
  return (
    <Empty title="No story is under way">
      <div className="mx-auto grid max-w-prose gap-2">
        {mayPropose && (
          <p>
            Put the first one down with “New idea”, or begin to write it among the{" "}
            <Link href={routes.newsroom.articles()} className="text-link underline">
              articles
            </Link>
            .
          </p>
        )}
        <p>
          Each story then has a card in the column of its stage: idea, assigned, drafting, in review, ready, or held and
          killed. Drag it to the next one, or move it by its menu.
        </p>
      </div>
    </Empty>
  );
}
