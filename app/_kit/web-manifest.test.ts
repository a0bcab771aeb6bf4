import { expect, test } from "vitest";
import { favicon, iconLinks } from "./icons";
import { webManifest } from "./web-manifest";

const publication = { name: "The Test", tagline: "", timeZone: "UTC", language: "ar" };
const chosen = { icons: [32, 180, 192, 512].map((size) => ({ src: `/media/${size}.png`, width: size, height: size })) };
const none = { icons: [] };

test("the icon that an owner chose stands everywhere, and before that the house's", () => {
  expect(iconLinks(chosen)).toEqual({
    icon: [32, 192, 512].map((size) => ({ url: `/media/${size}.png`, sizes: `${size}x${size}`, type: "image/png" })),
    apple: [{ url: "/media/180.png", sizes: "180x180", type: "image/png" }],
  });
  expect(favicon(chosen)).toBe("/media/32.png");
  expect(iconLinks(none).apple).toEqual([{ url: "/icons/apple-icon.png", sizes: "180x180", type: "image/png" }]);
  expect(favicon(none)).toBe("/icons/favicon.ico");
});

test("a device is told the paper's name, tongue, direction and icons", () => {
  expect(webManifest(publication, chosen)).toMatchObject({
    name: "The Test",
    short_name: "The Test",
    lang: "ar",
    dir: "rtl",
    start_url: "/",
    icons: expect.arrayContaining([{ src: "/media/512.png", sizes: "512x512", type: "image/png" }]),
  });
  expect(webManifest({ ...publication, name: "The Ostmere Halyard" }, none).short_name).toBeUndefined();
});
