// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { cleanPaste, cleanPastedHtml } from "./paste";
import { fileOfData, picturesOfRtf } from "./pictures";

const DATA = `data:image/png;base64,${btoa("x".repeat(300))}`;

/** The cleaned HTML, with a name for each mark. */
function cleaned(html: string) {
  const { html: made, pictures } = cleanPaste(html);
  return {
    html: pictures.reduce((text, { mark }, index) => text.replace(mark, `[${index + 1}]`), made),
    pictures: pictures.map(({ mark, ...picture }) => picture),
  };
}

describe("pictures in what is pasted", () => {
  test("stand after their paragraph, list or table, in their order", () => {
    const { html } = cleaned(
      `<p>a <img src="${DATA}"><img src="${DATA}"> b</p><ul><li>one<img src="${DATA}"></li><li>two</li></ul><table><tr><td>c<img src="${DATA}"></td></tr></table>`,
    );
    expect(html).toMatch(
      /^<p>a {2}b<\/p><p>\[1\]<\/p><p>\[2\]<\/p><ul><li>one<\/li><li>two<\/li><\/ul><p>\[3\]<\/p><table>.*<\/table><p>\[4\]<\/p>$/,
    );
  });

  test("bring what is said of them, and have a name", () => {
    const { html, pictures } = cleaned(
      `<figure><img src="${DATA}" alt="A gate"><figcaption>The gate <b>today</b></figcaption></figure><img src="file:///C:/clip_image001.png"><img src="https://img.example/a/weir.jpg?w=1" alt="weir.jpg">`,
    );
    expect(html).toBe("<p>[1]</p><p>[2]</p><p>[3]</p>");
    expect(pictures).toEqual([
      { src: DATA, name: "The gate today", alt: "A gate", caption: "The gate today" },
      { src: "file:///C:/clip_image001.png", name: "clip_image001.png", alt: null, caption: "" },
      { src: "https://img.example/a/weir.jpg?w=1", name: "weir.jpg", alt: "weir.jpg", caption: "" },
    ]);
  });

  test("are no spacers, faces and counters", () => {
    const tiny = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP";
    expect(
      cleaned(
        `<p>a<img src="${tiny}"><img src="https://t.example/1" width="1"><img class="emoji" alt="🦭" src="/e.svg"></p>`,
      ),
    ).toEqual({ html: "<p>a🦭</p>", pictures: [] });
  });

  test("are left out where none may stand", () => {
    expect(cleanPastedHtml(`<p>a</p><p><img src="${DATA}"></p><p>b</p>`)).toBe("<p>a</p><p>b</p>");
  });

  test("that are data are files", async () => {
    const file = fileOfData(DATA, "The gate: today.png");
    expect([file?.name, file?.type, file?.size]).toEqual(["The gate  today.png", "image/png", 300]);
    expect(fileOfData("data:text/html,hello", "a")).toBeNull();
    expect(fileOfData("data:image/png;base64,%%%", "a")).toBeNull();
    expect(await fileOfData("data:image/svg+xml,%3Csvg/%3E", "a")?.text()).toBe("<svg/>");
  });

  test("of Word are in its RTF, each once", async () => {
    const pict = (kind: string, hex: string) =>
      `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw1\\${kind}blip\\bliptag-77{\\*\\blipuid 0123456789abcdef0123456789abcdef}\n${hex}}}{\\nonshppict {\\pict\\wmetafile8 0100}}`;
    const files = picturesOfRtf(`{\\rtf1 Text ${pict("png", "89504e47\n0d0a")} more ${pict("jpeg", "ffd8ffe0")}}`);
    expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([
      ["Picture 1.png", "image/png", 6],
      ["Picture 2.jpg", "image/jpeg", 4],
    ]);
    expect([...new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0))]).toEqual([
      137, 80, 78, 71, 13, 10,
    ]);
  });
});
