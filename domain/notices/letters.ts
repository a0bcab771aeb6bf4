import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { notices, staff } from "@/db/schema";
import type { Letter } from "@/domain/mail/letter";
import type { LetterIds } from "@/domain/mail/planning";
import { findActor } from "@/domain/people/actors";
import { can } from "@/domain/people/staff";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { findNotice } from "./desk";
import { noticeWords, placeOfNotice } from "./notice";

/** A notice by e-mail, for who has not read it in the newsroom meanwhile and wants letters. */
export async function composeNotice({ noticeId = "" }: LetterIds): Promise<Letter | null> {
  const [wanted] = await db()
    .select({ staffId: staff.id })
    .from(notices)
    .innerJoin(staff, eq(staff.id, notices.staffId))
    .where(and(eq(notices.id, noticeId), isNull(notices.readAt), isNull(staff.lettersOffSince)));
  const person = wanted && (await findActor(db(), wanted.staffId));
  const notice = person && (await findNotice(person, noticeId));
  // What they may not read any more is not named to them, and nothing is left to tell.
  if (!notice || (notice.articleId !== null && notice.headline === null)) return null;
  if (notice.articleId === null && !can(person, "settings.manage")) return null;
  const { detail } = notice;
  const path = placeOfNotice(notice);
  return {
    to: { name: person.name, address: person.email },
    subject: noticeWords(notice),
    paragraphs: [
      `Hello ${person.name},`,
      `${noticeWords(notice)}.`,
      ...(detail ? [detail] : []),
      getEnv().SITE_URL + path,
      `Whether such letters come is yours to choose: ${getEnv().SITE_URL}${routes.newsroom.account()}`,
    ],
  };
}
