import { and, desc, eq, isNotNull, isNull, like, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { cursorAt, olderThan } from "@/db/paging";
import { drafts, permalinks, redirects, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { searchWords } from "@/lib/search-words";
import { placeAt } from "./places";
import type { Redirect, RetiredAddress } from "./redirect";

const PAGE = 50;

type Asked = { search?: string; cursor?: string };

/** A page of the redirects made by hand, those edited last first, and the cursor of the next. @throws Refusal "forbidden" */
export async function listRedirects(actor: Actor, { search = "", cursor }: Asked) {
  authorize(actor, "redirect.manage");
  const present = alias(permalinks, "present");
  const found = await db()
    .select({
      path: redirects.path,
      target: redirects.target,
      articleId: redirects.articleId,
      note: redirects.note,
      editedAt: redirects.editedAt,
      by: staff.name,
      headline: drafts.headline,
      presentPath: present.path,
    })
    .from(redirects)
    .innerJoin(staff, eq(staff.id, redirects.createdBy))
    .leftJoin(drafts, eq(drafts.articleId, redirects.articleId))
    .leftJoin(present, and(eq(present.articleId, redirects.articleId), isNull(present.retiredAt)))
    .where(
      and(
        ...searchWords(search).map((word) =>
          or(like(redirects.path, `%${word}%`), like(redirects.target, `%${word}%`), like(present.path, `%${word}%`)),
        ),
        olderThan(cursor, redirects.editedAt, redirects.path),
      ),
    )
    .orderBy(desc(redirects.editedAt), desc(redirects.path))
    .limit(PAGE + 1);
  const rows = await Promise.all(
    found.slice(0, PAGE).map(
      async ({ presentPath, target, ...row }): Promise<Redirect> => ({
        ...row,
        target: presentPath ?? target,
        isTaken: (await placeAt(db(), row.path)) !== null,
      }),
    ),
  );
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, next: last && cursorAt(last.editedAt, last.path) };
}

/** A page of the addresses that stories left, those left last first. @throws Refusal "forbidden" */
export async function listRetired(actor: Actor, { search = "", cursor }: Asked) {
  authorize(actor, "redirect.manage");
  const present = alias(permalinks, "present");
  const found = await db()
    .select({
      path: permalinks.path,
      target: present.path,
      articleId: permalinks.articleId,
      headline: drafts.headline,
      retiredAt: permalinks.retiredAt,
    })
    .from(permalinks)
    .innerJoin(drafts, eq(drafts.articleId, permalinks.articleId))
    .leftJoin(present, and(eq(present.articleId, permalinks.articleId), isNull(present.retiredAt)))
    .where(
      and(
        isNotNull(permalinks.retiredAt),
        ...searchWords(search).map((word) => or(like(permalinks.path, `%${word}%`), like(present.path, `%${word}%`))),
        olderThan(cursor, permalinks.retiredAt, permalinks.path),
      ),
    )
    .orderBy(desc(permalinks.retiredAt), desc(permalinks.path))
    .limit(PAGE + 1);
  const rows = found
    .slice(0, PAGE)
    .flatMap(({ retiredAt, ...row }): RetiredAddress[] => (retiredAt ? [{ ...row, retiredAt }] : []));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, next: last && cursorAt(last.retiredAt, last.path) };
}
