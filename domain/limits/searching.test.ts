import { expect, test, vi } from "vitest";
import { diskFull } from "@/lib/disk-full";
import { Refusal } from "@/lib/refusal";
import { take } from "./counting";
import { limitSearch } from "./searching";

vi.mock("./counting", () => ({ take: vi.fn() }));

test.each([diskFull(), new Refusal("busy", "Others write.")])(
  "nobody is kept from searching since it cannot be counted ($code)",
  async (why) => {
    vi.mocked(take).mockRejectedValueOnce(why);
    expect(await limitSearch("192.0.2.1", 60)).toBeNull();
  },
);
