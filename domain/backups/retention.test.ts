import { expect, test } from "vitest";
import { DAY } from "@/lib/clock";
import { archiveName, archiveTime } from "./backup";
import { lastDue } from "./due";
import { keepOf, outlived } from "./retention";

const at = (text: string) => ({ at: new Date(text) });
const left = (archives: { at: Date }[], setting: string, zone = "UTC") => {
  const gone = outlived(archives, keepOf(setting), zone);
  return archives.filter((archive) => !gone.includes(archive)).map((archive) => archive.at.toISOString().slice(0, 16));
};

test("of a year of nightly archives the last of each day, week and month are kept", () => {
  const nightly = Array.from({ length: 365 }, (_, ago) => ({ at: new Date(Date.UTC(2026, 11, 31, 3) - ago * DAY) }));
  expect(left(nightly, "7/4/12")).toEqual(
    [
      ...["2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26", "2026-12-25"],
      ...["2026-12-20", "2026-12-13", "2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31"],
      ...["2026-06-30", "2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"],
    ].map((day) => `${day}T03:00`),
  );
});

test("where backups stopped long ago, what there is stays; the newest always does", () => {
  const old = [at("2020-01-01T03:00Z"), at("2020-01-02T03:00Z")];
  expect(left(old, "7/4/12")).toHaveLength(2);
  expect(left(old, "0/0/0")).toEqual(["2020-01-02T03:00"]);
  expect(left([], "1/1/1")).toEqual([]);
});

test("days are those of the paper's zone", () => {
  const archives = [at("2026-06-02T20:00Z"), at("2026-06-02T10:00Z"), at("2026-06-01T23:00Z")];
  expect(left(archives, "1/0/0", "Asia/Tokyo")).toEqual(["2026-06-02T20:00"]);
  expect(left(archives, "2/0/0", "Asia/Tokyo")).toEqual(["2026-06-02T20:00", "2026-06-02T10:00"]);
  expect(left(archives, "2/0/0", "UTC")).toEqual(["2026-06-02T20:00", "2026-06-01T23:00"]);
});

test("a backup is due once a day on the paper's clocks, on the nights too on which they are set", () => {
  const due = (now: string, time: string, zone = "Europe/London") => lastDue(new Date(now), time, zone).toISOString();
  expect(due("2026-06-02T02:29:00Z", "03:30")).toBe("2026-06-01T02:30:00.000Z");
  expect(due("2026-06-02T02:30:00Z", "03:30")).toBe("2026-06-02T02:30:00.000Z");
  // At 01:00 the clocks go on to 02:00: half past one is half past two.
  expect(due("2026-03-29T12:00:00Z", "01:30")).toBe("2026-03-29T01:30:00.000Z");
  // At 02:00 they go back to 01:00: half past one comes twice.
  expect(due("2026-10-25T00:45:00Z", "01:30")).toBe("2026-10-25T00:30:00.000Z");
  expect(due("2026-10-25T01:45:00Z", "01:30")).toBe("2026-10-25T00:30:00.000Z");
  // The day before is had by the calendar, also after one of 23 hours.
  expect(due("2026-03-29T23:10:00Z", "03:30")).toBe("2026-03-29T02:30:00.000Z");
});

test("an archive's name tells when it was begun", () => {
  const name = archiveName(new Date("2026-11-28T14:27:46.123Z"));
  expect(name).toBe("masthead-2026-11-28T14-27-46Z");
  expect(archiveTime(name)?.toISOString()).toBe("2026-11-28T14:27:46.000Z");
  expect(archiveTime(`${name}-2`)?.toISOString()).toBe("2026-11-28T14:27:46.000Z");
  for (const other of [
    "masthead",
    `.${name}`,
    "before-restore-2026-11-28T14-27-46-123Z",
    "masthead-2026-99-99T99-99-99Z",
  ])
    expect(archiveTime(other)).toBeNull();
});
