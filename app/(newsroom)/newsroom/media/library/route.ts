import { answer } from "@/app/_kit/endpoint";
import { LibraryQuery } from "@/domain/media/library";
import { listAssets } from "@/domain/media/library-desk";

/** One page of the library as a LibraryPage, for the picker: `?q=` words looked for, `?cursor=` where to go on. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => {
    const { searchParams } = new URL(request.url);
    return listAssets(actor, LibraryQuery.parse(Object.fromEntries(searchParams)));
  });
}
