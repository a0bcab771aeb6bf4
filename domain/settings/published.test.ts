import { expect, test } from "vitest";
import { makeSettings } from "@/db/factories";
import { readPublication } from "./published";

test("there is no publication until it has been set up", async () => {
  expect(await readPublication()).toBeNull();

  await makeSettings({ name: "The Harbour Post", tagline: "News from the quay", timeZone: "Europe/Oslo" });

  expect(await readPublication()).toEqual({
    name: "The Harbour Post",
    tagline: "News from the quay",
    timeZone: "Europe/Oslo",
    language: "en",
  });
});
