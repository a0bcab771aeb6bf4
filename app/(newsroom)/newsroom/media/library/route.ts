import { answer } from "@/app/_kit/endpoint";
import { listCollections } from "@/domain/media/collecting";
import { LibraryQuery } from "@/domain/media/library";
import { listAssets, listUploaders } from "@/domain/media/library-desk";

/** One page of the library as a LibraryPage, for the picker; with the first comes what it can be narrowed to. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async (actor) => {
    const query = LibraryQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    const page = await listAssets(actor, query);
    if (query.cursor) return page;
    const [collections, uploaders] = await Promise.all([listCollections(actor), listUploaders(actor)]);
    return { ...page, shelves: { collections, uploaders } };
  });
}
