import { expect, test } from "vitest";
import { filesIn } from "./use-dropped-files";

// Entries as a browser gives them of what was dropped, which Node does not have.

/** How many entries of a folder a browser gives at a time. */
const AT_A_TIME = 100;

function file(name: string): FileSystemEntry {
  const entry = {
    isDirectory: false,
    isFile: true,
    name,
    file: (give: (file: File) => void) => give(new File([], name)),
  };
  return entry as unknown as FileSystemEntry;
}

function unreadable(name: string): FileSystemEntry {
  const refuse = (_: unknown, fail: (error: Error) => void) => fail(new Error("It went away"));
  return { isDirectory: false, isFile: true, name, file: refuse } as unknown as FileSystemEntry;
}

function folder(name: string, inside: FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    const left = [...inside];
    return { readEntries: (give: (some: FileSystemEntry[]) => void) => give(left.splice(0, AT_A_TIME)) };
  };
  return { isDirectory: true, isFile: false, name, createReader } as unknown as FileSystemEntry;
}

function closedFolder(name: string): FileSystemEntry {
  const readEntries = (_: unknown, fail: (error: Error) => void) => fail(new Error("It may not be read"));
  return {
    isDirectory: true,
    isFile: false,
    name,
    createReader: () => ({ readEntries }),
  } as unknown as FileSystemEntry;
}

const namesIn = async (...entries: FileSystemEntry[]) => (await filesIn(entries)).map(({ name }) => name);

test("all files of dropped folders are found, at any depth and in their order, beside files that were dropped too", async () => {
  const evening = folder("evening", [file("quay.jpg"), folder("raw", [folder("best", [file("tide.jpg")])])]);
  expect(await namesIn(file("map.png"), evening, file("report.pdf"))).toEqual([
    "map.png",
    "quay.jpg",
    "tide.jpg",
    "report.pdf",
  ]);
});

test("a folder of more files than a browser gives at a time is read to its end", async () => {
  const many = Array.from({ length: 2 * AT_A_TIME + 30 }, (_, at) => `${at}.jpg`);
  expect(await namesIn(folder("all", many.map(file)))).toEqual(many);
});

test("what cannot be read is left out, and takes nothing else with it", async () => {
  const mixed = folder("mixed", [unreadable("gone.jpg"), closedFolder("secret"), file("here.jpg")]);
  expect(await namesIn(mixed, file("beside.jpg"))).toEqual(["here.jpg", "beside.jpg"]);
});

test("what systems put into folders by themselves is left out", async () => {
  const files = [".DS_Store", "._quay.jpg", "Thumbs.db", "desktop.ini", "quay.jpg", "my thumbs.db.jpg"];
  expect(await namesIn(folder("evening", files.map(file)))).toEqual(["quay.jpg", "my thumbs.db.jpg"]);
});

test("an empty folder has no files", async () => {
  expect(await namesIn(folder("nothing", []))).toEqual([]);
});
