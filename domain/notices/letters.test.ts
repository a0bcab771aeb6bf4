import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { jobs } from "@/db/schema";
import { planArticle, proposeIdea } from "@/domain/articles/planning";
import { openPostOffice } from "@/domain/testing/post-office";
import { runDueJobs } from "@/jobs/run";
import { MINUTE } from "@/lib/clock";
import { chooseLetters, lettersChosen } from "./choosing";
import { listNotices, readNotice } from "./desk";

const mail = vi.hoisted(() => ({ url: undefined as string | undefined }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  const from = () => (mail.url ? "newsroom@paper.example" : undefined);
  return { ...real, getEnv: () => ({ ...real.getEnv(), SMTP_URL: mail.url, MAIL_FROM: from() }) };
});

let office: Awaited<ReturnType<typeof openPostOffice>>;
beforeAll(async () => {
  office = await openPostOffice();
  await makeSettings({ name: "The Test" });
});
afterAll(() => office.close());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T08:00:00Z") });
  mail.url = office.url;
  office.letters.length = 0;
  await transact((tx) => tx.delete(jobs));
});
afterAll(() => vi.useRealTimers());

const wait = (time: number) => vi.setSystemTime(Date.now() + time);

async function assigned() {
  const editor = await makeStaff({ role: "editor", name: "Mirjam Tveitt" });
  const reporter = await makeStaff({ role: "reporter", name: "Inês" });
  const { subjectId: id } = await proposeIdea(editor, { headline: "Otters" });
  await planArticle(editor, { id, assigneeId: reporter.id });
  return { id, editor, reporter };
}

test("a notice that stays unread for two minutes comes by e-mail, with the way to its story", async () => {
  const { id, reporter } = await assigned();
  await runDueJobs();
  expect(office.letters).toEqual([]);
  wait(3 * MINUTE);
  await runDueJobs();
  expect(office.letters).toMatchObject([{ to: reporter.email, subject: "Mirjam Tveitt assigned “Otters” to you" }]);
  expect(office.letters[0]?.text).toContain(`/newsroom/articles/${id}`);
});

test("a notice that was read comes by no e-mail", async () => {
  const { reporter } = await assigned();
  await readNotice(reporter, (await listNotices(reporter)).rows[0] ?? { id: "" });
  wait(3 * MINUTE);
  await runDueJobs();
  expect(office.letters).toEqual([]);
});

test("who wants no letters gets none, until they want them again", async () => {
  const { id, editor, reporter } = await assigned();
  expect(await lettersChosen(reporter)).toBe(true);
  await chooseLetters(reporter, { byMail: false });
  expect(await lettersChosen(reporter)).toBe(false);
  wait(3 * MINUTE);
  await runDueJobs();
  expect(office.letters).toEqual([]);
  await chooseLetters(reporter, { byMail: true });
  await planArticle(editor, { id });
  wait(3 * MINUTE);
  await runDueJobs();
  expect(office.letters.map(({ subject }) => subject)).toEqual(["Mirjam Tveitt gave “Otters” to somebody else"]);
});

test("a story that somebody may not read any more is named in no letter", async () => {
  const editor = await makeStaff({ role: "editor" });
  const contributor = await makeStaff({ role: "contributor" });
  const { subjectId: id } = await proposeIdea(editor, { headline: "Secret", assigneeId: contributor.id });
  await planArticle(editor, { id });
  wait(3 * MINUTE);
  await runDueJobs();
  expect(office.letters).toEqual([]);
});

test("without a mail server no letter is planned, and there is nothing to choose", async () => {
  mail.url = undefined;
  const { reporter } = await assigned();
  expect(await lettersChosen(reporter)).toBeNull();
  wait(3 * MINUTE);
  mail.url = office.url;
  await runDueJobs();
  expect(office.letters).toEqual([]);
});
