import { describe, expect, test, vi } from "vitest";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import type { SaveAnswer } from "./saver";
import { Savers } from "./savers";

const opened = (version: number, headline = "", id = "a") => ({
  id,
  version,
  content: { ...EMPTY_ARTICLE, headline },
  savedAt: new Date(0),
});
const answering = (answer: SaveAnswer) => vi.fn(async () => answer);
const savedAs = (version: number) => answering({ kind: "saved", version, savedAt: new Date(1) });

describe("the savers of a tab", () => {
  test("show what was saved last, where the page is from before", async () => {
    const savers = new Savers(savedAs(2));
    const saver = savers.of(opened(1, "Old"));
    saver.write({ headline: "New" });
    await saver.flush();
    expect(savers.of(opened(1, "Old")).current()).toMatchObject({ version: 2, content: { headline: "New" } });
  });

  test("keep what could not be saved for whoever comes back to it", async () => {
    const savers = new Savers(answering({ kind: "signed-out" }));
    const saver = savers.of(opened(1, "Old"));
    saver.write({ headline: "Unsaved" });
    await saver.flush();
    expect(savers.areClean()).toBe(false);
    expect(savers.of(opened(5, "Newer")).current()).toMatchObject({ version: 1, content: { headline: "Unsaved" } });
  });

  test("take over a newer text of the server's when nothing would be lost", () => {
    const savers = new Savers(savedAs(2));
    savers.of(opened(1, "Old"));
    expect(savers.of(opened(3, "Newer")).current()).toMatchObject({ version: 3, content: { headline: "Newer" } });
    expect(savers.areClean()).toBe(true);
  });

  test("are one for each article", () => {
    const savers = new Savers(savedAs(2));
    savers.of(opened(1, "A")).write({ headline: "A, changed" });
    expect(savers.of(opened(1, "B", "b")).current().content.headline).toBe("B");
  });

  test("send what waits when the tab is put away, and try again when it comes back", async () => {
    const send = vi.fn<() => Promise<SaveAnswer>>().mockRejectedValueOnce(new Error("offline"));
    send.mockResolvedValue({ kind: "saved", version: 2, savedAt: new Date(1) });
    const savers = new Savers(send);
    const saver = savers.of(opened(1));
    saver.write({ headline: "Offline" });
    savers.flush();
    await vi.waitFor(() => expect(saver.current().state.kind).toBe("offline"));
    savers.retry();
    await vi.waitFor(() => expect(savers.areClean()).toBe(true));
  });
});
