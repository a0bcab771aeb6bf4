import sharp from "sharp";
import { EMPTY_ARTICLE, type ReadersContent } from "@/domain/articles/article";
import type { Capability } from "@/domain/people/capability";
import { bodyOf } from "@/domain/testing/content";
import { newId } from "@/lib/id";
import { act } from "@/scripts/trials/act";
import type { Visitor } from "@/scripts/trials/visitor";

/** What came of asking: whether it was done, and what was answered if not. */
type Came = { done: boolean; said: string };

/** What the paper has that stories need. */
export type Shelves = { sectionId: string; bylineId: string; aboutSince: string };

/** What a capability lets somebody do, and where in the newsroom they find it. */
export type Deed = {
  /** Makes what it is done to, which is the owner's. @returns its id */
  make?: (owner: Visitor, shelves: Shelves) => Promise<string>;
  /** The page where it is done; where it is left out, it stands in a dialog that only scripts show. */
  page?: (id: string) => string;
  /** What stands on that page for who may; where it is left out, the page is for nobody else. */
  shown?: RegExp;
  /** What else one needs to find it. */
  beside?: Capability;
  /** Does it as the page would; where it is left out, all there is to do is to open the page. */
  perform?: (staff: Visitor, id: string) => Promise<Came>;
};

const NEWSROOM = "/newsroom";
const at = (folder: string) => () => `${NEWSROOM}/${folder}`;
const story = (id: string) => `${NEWSROOM}/articles/${id}`;
const asset = (id: string) => `${NEWSROOM}/media/${id}`;
const button = (name: string) => new RegExp(`<button[^>]*>(?:<[^>]+>)*${name}\\s*<`);

/** Sends a form of the newsroom's. @param folder where its action is @param page from which it is sent */
async function sent(staff: Visitor, folder: string, name: string, page: string, fields: Record<string, string>) {
  const file = `app/(newsroom)/newsroom/${folder}/actions.ts`;
  const { done, text, to } = await act(staff, page, { file, name }, fields);
  return { done, to, said: text.match(/"message":"([^"]*)"/)?.[1] ?? text.slice(0, 200) };
}

const onStory =
  (name: string, fields: Record<string, string> = {}): Deed["perform"] =>
  (staff, id) =>
    sent(staff, "articles/[id]", name, story(id), { id, ...fields });
const onPage =
  (folder: string, name: string, fields: () => Record<string, string>): Deed["perform"] =>
  (staff) =>
    sent(staff, folder, name, `${NEWSROOM}/${folder}`, fields());
const onAsset =
  (folder: string, name: string, fields: Record<string, string> = {}): Deed["perform"] =>
  (staff, id) =>
    sent(staff, folder, name, asset(id), { id, ...fields });

async function answered(asked: Promise<Response>): Promise<Came> {
  const answer = await asked;
  return { done: answer.ok, said: answer.ok ? "" : await answer.text() };
}

async function certainly<T extends Came>(asked: Promise<T>): Promise<T> {
  const came = await asked;
  if (!came.done) throw new Error(`The owner was refused: ${came.said}`);
  return came;
}

async function draftOf(staff: Visitor, id: string): Promise<{ version: number; content: ReadersContent }> {
  return (await staff.fetch(`${story(id)}/draft`)).json() as Promise<{ version: number; content: ReadersContent }>;
}

/** A story with nothing missing, at version 2. */
async function written(owner: Visitor, { sectionId, bylineId }: Shelves): Promise<string> {
  const { to } = await certainly(sent(owner, "articles", "startArticle", `${NEWSROOM}/articles`, {}));
  const id = to?.split("/").at(-1) ?? "";
  const said = { headline: `The ${id}`, standfirst: "What happened.", body: bodyOf("It happened at six.") };
  const content = { ...EMPTY_ARTICLE, ...said, sectionId, bylineIds: [bylineId] };
  await certainly(answered(owner.send("PUT", `${story(id)}/draft`, { id, version: 1, content })));
  return id;
}

async function submitted(owner: Visitor, shelves: Shelves): Promise<string> {
  const id = await written(owner, shelves);
  await certainly(sent(owner, "articles/[id]", "step", story(id), { id, step: "submit" }));
  return id;
}

async function published(owner: Visitor, shelves: Shelves): Promise<string> {
  const id = await written(owner, shelves);
  await certainly(sent(owner, "articles/[id]", "publish", story(id), { id, version: "2" }));
  return id;
}

const TUS = { "tus-resumable": "1.0.0" };

function beginUpload(staff: Visitor, bytes: number): Promise<Response> {
  const metadata = `filename ${Buffer.from("a.png").toString("base64")}`;
  const headers = { ...TUS, "upload-length": String(bytes), "upload-metadata": metadata };
  return staff.fetch(`${NEWSROOM}/media/upload`, { method: "POST", headers });
}

/** A picture in the library that no story shows. */
async function picture(owner: Visitor): Promise<string> {
  const background = { r: Math.floor(Math.random() * 255), g: Math.floor(Math.random() * 255), b: 9 };
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer();
  const place = (await beginUpload(owner, bytes.length)).headers.get("location") ?? "";
  const headers = { ...TUS, "content-type": "application/offset+octet-stream", "upload-offset": "0" };
  await certainly(answered(owner.fetch(place, { method: "PATCH", headers, body: new Uint8Array(bytes) })));
  const taken = await owner.send("POST", `${NEWSROOM}/media/take`, { upload: place.split("/").at(-1), keep: true });
  return ((await taken.json()) as { asset: { id: string } }).asset.id;
}

const BODY = JSON.stringify(bodyOf("Write to us."));

/** A deed of the newsroom for every capability of the matrix. */
export const DEEDS: Record<Capability, Deed> = {
  "article.create": {
    page: at("articles"),
    shown: button("New article"),
    perform: onPage("articles", "startArticle", () => ({})),
  },
  "article.read": {
    make: written,
    page: story,
    perform: (staff, id) => answered(staff.fetch(`${story(id)}/draft`)),
  },
  "article.edit": {
    make: written,
    page: story,
    shown: /aria-label="Headline"/,
    perform: async (staff, id) => {
      const content = { ...EMPTY_ARTICLE, ...(await draftOf(staff, id)).content, kicker: "Changed" };
      return answered(staff.send("PUT", `${story(id)}/draft`, { id, version: 2, content }));
    },
  },
  "article.submit": {
    make: written,
    page: story,
    shown: button("Send to review"),
    beside: "article.edit",
    perform: onStory("step", { step: "submit" }),
  },
  "article.return": {
    make: submitted,
    page: story,
    shown: button("Return to writer"),
    beside: "article.edit",
    perform: onStory("step", { step: "return", reason: "Who says so?" }),
  },
  "article.plan": {
    make: written,
    page: story,
    shown: button("Plan"),
    beside: "article.edit",
    perform: onStory("plan", { brief: "Count them." }),
  },
  "preview.share": {
    make: written,
    page: story,
    shown: button("Share a preview"),
    beside: "article.edit",
    perform: onStory("sharePreviewLink", { version: "2", recipient: "A lawyer", lasts: "7" }),
  },
  "view.share": {
    perform: (staff) => {
      const fields = { list: "articles", name: newId(), query: "search=tram", shared: "on" };
      return sent(staff, "views", "saveView", `${NEWSROOM}/articles`, fields);
    },
  },
  "article.publish": {
    make: written,
    page: story,
    shown: button("Publish"),
    beside: "article.edit",
    perform: onStory("publish", { version: "2" }),
  },
  "article.unpublish": {
    make: published,
    page: story,
    shown: button("Unpublish"),
    beside: "article.edit",
    perform: onStory("unpublish"),
  },
  "article.take-down": {
    make: published,
    page: story,
    shown: button("Take down"),
    beside: "article.edit",
    perform: onStory("takeDown", { reason: "other", note: "It is gone." }),
  },
  "redirect.manage": {
    page: at("redirects"),
    perform: onPage("redirects", "keep", () => ({ path: `/old/${newId()}`, kind: "gone" })),
  },
  "asset.read": { page: at("media"), perform: (staff) => answered(staff.fetch(`${NEWSROOM}/media/library`)) },
  "asset.upload": { page: at("media"), shown: /type="file"/, perform: (staff) => answered(beginUpload(staff, 9)) },
  "asset.edit": {
    make: picture,
    page: asset,
    shown: button("Save"),
    perform: onAsset("media", "saveDescription", { place: "Turku" }),
  },
  "asset.delete": { make: picture, page: asset, shown: button("Delete"), perform: onAsset("media/[id]", "putIntoBin") },
  "taxonomy.manage": {
    page: at("topics"),
    perform: onPage("topics", "addTopic", () => ({ name: `Topic ${newId()}` })),
  },
  "profile.edit": {
    page: at("account"),
    shown: button("Save profile"),
    perform: onPage("account", "saveOwnProfile", () => ({ bio: "I report." })),
  },
  "about.edit": {
    make: async (_, { aboutSince }) => aboutSince,
    page: at("about"),
    perform: (staff, since) => {
      const fields = { slug: "ethics", title: "How we work", body: BODY, since, publish: "yes" };
      return sent(staff, "about/[slug]", "saveAbout", `${NEWSROOM}/about/ethics`, fields);
    },
  },
  "snippet.manage": {
    page: at("snippets"),
    perform: onPage("snippets", "addSnippet", () => ({ name: `Snippet ${newId()}`, body: BODY })),
  },
  "style.manage": {
    page: at("settings/style"),
    perform: onPage("settings/style", "addRule", () => ({ avoid: newId(), preferred: "", reason: "" })),
  },
  "staff.manage": { page: at("people") },
  "settings.manage": { page: at("operations") },
  "audit.read": {
    page: at("audit"),
    perform: (staff) =>
      answered(
        staff.fetch(`${NEWSROOM}/audit/export`, { method: "POST", body: new URLSearchParams({ format: "csv" }) }),
      ),
  },
};
