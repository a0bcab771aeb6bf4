import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import {
  makeAsset,
  makeByline,
  makeDesk,
  makePublishedArticle,
  makeSection,
  makeSession,
  makeSettings,
  makeStaff,
} from "@/db/factories";
import { articles, deskMembers, deskSections, desks, roles } from "@/db/schema";
import { PlanArticle } from "@/domain/articles/assignment";
import { listArticles, readArticle } from "@/domain/articles/desk";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { planArticle } from "@/domain/articles/planning";
import { sharePreview } from "@/domain/articles/preview-sharing";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { takeStep } from "@/domain/articles/stepping";
import { takeDownArticle } from "@/domain/articles/taking-down";
import { readTrail } from "@/domain/events/desk";
import { deleteAsset } from "@/domain/media/deleting";
import { readAsset } from "@/domain/media/desk";
import { editAsset } from "@/domain/media/editing";
import { uploadAsset } from "@/domain/media/upload";
import { keepRedirect } from "@/domain/redirects/keeping";
import { editAbout } from "@/domain/settings/about-keeping";
import { readSettings } from "@/domain/settings/desk";
import { createSnippet } from "@/domain/snippets/keeping";
import { addStyleRule } from "@/domain/style/keeping";
import { EditOwnProfile } from "@/domain/taxonomy/byline";
import { editOwnProfile } from "@/domain/taxonomy/byline-keeping";
import { createTopic } from "@/domain/taxonomy/topic-keeping";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { findSession } from "@/domain/testing/signing-in";
import { saveView } from "@/domain/views/keeping";
import { newId } from "@/lib/id";
import { findActor, readMatrix } from "./actors";
import { about, CAPABILITIES, type Capability, type Reach } from "./capability";
import { listStaff } from "./desk";
import { removeDesk, saveDesk } from "./desk-keeping";
import { invite } from "./inviting";
import { changeRole } from "./managing";
import { ChangeMatrix, cellName, cellsOf } from "./matrix";
import { makeResetLink } from "./resetting";
import { changeMatrix, manageMatrix, resetMatrix } from "./role-keeping";
import { type Actor, can, type Role } from "./staff";

const forbidden = { code: "forbidden" };
let owner: Actor;

beforeEach(async () => {
  owner = await makeStaff({ role: "owner" });
});

afterEach(() =>
  transact(async (tx) => {
    await tx.delete(roles);
    await tx.delete(deskMembers);
    await tx.delete(deskSections);
    await tx.delete(desks);
  }),
);

/** Changes one cell as the form does. */
async function set(role: Role, capability: Capability, to: Reach, actor = owner) {
  const seen = cellsOf(await readMatrix(db()));
  const fields = { seen: JSON.stringify(seen), cells: { [cellName(role, capability)]: to } };
  return changeMatrix(actor, ChangeMatrix.parse(fields));
}

async function present(id: string): Promise<Actor> {
  const actor = await findActor(db(), id);
  if (!actor) throw new Error("Nobody");
  return actor;
}

/** Somebody who may one thing as far as told, and else only read their own. */
async function personWith(capability: Capability, reach: Reach): Promise<Actor> {
  const nothing = Object.fromEntries(CAPABILITIES.map((each) => [each, "nothing" as const]));
  const grants = { ...nothing, "article.read": "own" as const, [capability]: reach };
  await transact(async (tx) => {
    await tx.delete(roles);
    await tx.insert(roles).values({ role: "contributor", grants });
  });
  const { id } = await makeStaff({ role: "contributor" });
  return present(id);
}

/** A story of somebody's, whether or not they might begin one. */
async function story(by: Actor, sectionId?: string) {
  const { subjectId: id } = await createArticle(owner);
  await transact((tx) => tx.update(articles).set({ createdBy: by.id }).where(eq(articles.id, id)));
  await saveDraft(owner, { id, version: 1, content: await completeContent({ sectionId, headline: `Story ${id}` }) });
  return id;
}
async function edit(actor: Actor, id: string) {
  const { version, content } = await readArticle(owner, id);
  return saveDraft(actor, { id, version, content: { ...content, standfirst: newId() } });
}

/** What a capability lets somebody do; to a story or picture of `of`, where it is somebody's. */
const DEEDS: Record<Capability, (actor: Actor, of: Actor) => Promise<unknown>> = {
  "article.create": (actor) => createArticle(actor),
  "article.read": async (actor, of) => readArticle(actor, await story(of)),
  "article.edit": async (actor, of) => edit(actor, await story(of)),
  "article.submit": async (actor, of) => takeStep(actor, { id: await story(of), step: "submit" }),
  "article.return": async (actor, of) => {
    const id = await story(of);
    await takeStep(owner, { id, step: "submit" });
    return takeStep(actor, { id, step: "return", reason: "Who says so?" });
  },
  "article.publish": async (actor, of) => publishArticle(actor, { id: await story(of), version: 2 }),
  "article.unpublish": async (actor, of) =>
    unpublishArticle(actor, { id: (await makePublishedArticle({ by: of.id })).article.id }),
  "asset.read": async (actor) => readAsset(actor, (await makeAsset()).id),
  "asset.upload": (actor) =>
    uploadAsset(actor, { filename: "a.png", bytes: Buffer.from("not a picture") }).catch((error) => {
      if (error.code !== "unsupported") throw error;
    }),
  "asset.edit": async (actor, of) => {
    const { id } = await makeAsset({ uploadedBy: of.id });
    return editAsset(actor, { id, alt: "A bridge", decorative: false, caption: "", credit: "" });
  },
  "asset.delete": async (actor, of) => deleteAsset(actor, { id: (await makeAsset({ uploadedBy: of.id })).id }),
  "taxonomy.manage": (actor) => createTopic(actor, { name: `Topic ${newId()}` }),
  "profile.edit": async (actor) => {
    await makeByline({ staffId: actor.id });
    return editOwnProfile(actor, EditOwnProfile.parse({ bio: "I report." }));
  },
  "about.edit": (actor) =>
    editAbout(actor, { slug: "ethics", title: "How we work", body: bodyOf("So."), since: "", publish: false }).catch(
      (error) => {
        if (error.code !== "conflict") throw error;
      },
    ),
  "snippet.manage": (actor) => createSnippet(actor, { name: `Snippet ${newId()}`, body: bodyOf("Write to us.") }),
  "style.manage": (actor) =>
    addStyleRule(actor, { avoid: newId(), preferred: "", reason: "", wholeWord: true, matchCase: false }),
  "staff.manage": (actor) => listStaff(actor, {}),
  "settings.manage": (actor) => readSettings(actor),
  "article.plan": async (actor, of) =>
    planArticle(actor, PlanArticle.parse({ id: await story(of), brief: "Count them." })),
  "article.take-down": async (actor, of) => {
    const { id } = (await makePublishedArticle({ by: of.id })).article;
    return takeDownArticle(actor, { id, reason: "other", note: "It is gone." });
  },
  "preview.share": async (actor, of) =>
    sharePreview(actor, { id: await story(of), version: 2, recipient: "A lawyer", lasts: "7" }),
  "view.share": (actor) => saveView(actor, { list: "articles", name: newId(), query: "search=tram", shared: "on" }),
  "redirect.manage": (actor) => keepRedirect(actor, { path: `/old/${newId()}`, kind: "gone" }),
  "audit.read": (actor) => readTrail(actor, {}, "UTC"),
};

describe("every capability of the matrix", () => {
  beforeEach(async () => {
    await makeSettings().catch(() => {});
  });

  for (const [capability, deed] of Object.entries(DEEDS) as [Capability, (typeof DEEDS)[Capability]][]) {
    const { reaches } = about(capability);
    for (const reach of reaches) {
      test(`${capability} for ${reach} allows just that`, async () => {
        const actor = await personWith(capability, reach);
        const own = await deed(actor, actor).then(
          () => "done",
          (error) => error.code,
        );
        expect(own).toBe(reach === "nothing" ? "forbidden" : "done");
        // Of what has no owner, there is no other's.
        if (!reaches.includes("own") || !reaches.includes("any")) return;
        const others = await deed(actor, owner).then(
          () => "done",
          (error) => error.code,
        );
        expect(others).toBe(reach === "any" ? "done" : capability === "article.read" ? "not-found" : "forbidden");
      });
    }
  }
});

describe("a changed matrix", () => {
  test("counts from the next request on, for whoever has the role, and can be put back", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    const session = await makeSession({ staffId: reporter.id });
    await set("reporter", "article.publish", "own");
    const after = await findSession(session.id);
    expect(after?.grants["article.publish"]).toBe("own");
    expect((await findSession((await makeSession({ staffId: owner.id })).id))?.grants).toEqual(owner.grants);
    expect((await manageMatrix(owner)).isChanged).toBe(true);
    await resetMatrix(owner);
    expect((await findSession(session.id))?.grants).toEqual(reporter.grants);
    expect((await manageMatrix(owner)).isChanged).toBe(false);
  });

  test("refuses what was begun before it and ends after it", async () => {
    const editor = await makeStaff({ role: "editor" });
    const id = await story(editor);
    await set("editor", "article.publish", "nothing");
    // As the request found them, they still might.
    expect(can(editor, "article.publish")).toBe(true);
    await expect(publishArticle(editor, { id, version: 2 })).rejects.toMatchObject({
      ...forbidden,
      message: "Your role was changed meanwhile. Reload the page.",
    });
  });

  test("keeps only what differs from the start", async () => {
    await set("editor", "article.publish", "nothing");
    await set("editor", "article.publish", "any");
    expect(await db().select().from(roles)).toMatchObject([{ role: "editor", grants: {} }]);
  });

  test("cannot lock owners out, nor say what makes no sense", async () => {
    const invalid = { code: "invalid" };
    await expect(set("owner", "staff.manage", "nothing")).rejects.toMatchObject(invalid);
    await expect(set("owner", "settings.manage", "nothing")).rejects.toMatchObject(invalid);
    await expect(set("reporter", "staff.manage", "own")).rejects.toMatchObject(invalid);
    // To edit what one may not read.
    await expect(set("contributor", "article.edit", "any")).rejects.toMatchObject(invalid);
    await expect(set("contributor", "article.edit", "nothing")).rejects.toMatchObject(invalid);
    await transact((tx) => tx.insert(roles).values({ role: "owner", grants: { "staff.manage": "nothing" } }));
    expect((await present(owner.id)).grants["staff.manage"]).toBe("any");
  });

  test("is refused where another owner changed the cell meanwhile", async () => {
    const seen = cellsOf(await readMatrix(db()));
    const cell = cellName("reporter", "article.publish");
    await set("reporter", "article.publish", "own");
    const late = ChangeMatrix.parse({ seen: JSON.stringify(seen), cells: { [cell]: "any" } });
    await expect(changeMatrix(owner, late)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is for owners alone: who was given the staff makes nobody more than they are themselves", async () => {
    await set("reporter", "staff.manage", "any");
    const reporter = await present((await makeStaff({ role: "reporter" })).id);
    const contributor = await makeStaff({ role: "contributor" });
    const editor = await makeStaff({ role: "editor" });
    const email = () => `${newId()}@example.test`;
    await expect(set("reporter", "article.publish", "any", reporter)).rejects.toMatchObject(forbidden);
    await expect(resetMatrix(reporter)).rejects.toMatchObject(forbidden);
    await expect(manageMatrix(reporter)).rejects.toMatchObject(forbidden);
    for (const role of ["owner", "editor"] as const) {
      await expect(changeRole(reporter, { id: contributor.id, role })).rejects.toMatchObject(forbidden);
      await expect(invite(reporter, { email: email(), name: "A", role })).rejects.toMatchObject(forbidden);
    }
    await expect(changeRole(reporter, { id: editor.id, role: "contributor" })).rejects.toMatchObject(forbidden);
    await expect(changeRole(reporter, { id: contributor.id, role: "reporter" })).resolves.toBeDefined();
    const { secret } = await invite(reporter, { email: email(), name: "A", role: "contributor" });
    expect(secret).toBeTypeOf("string");
  });
});

describe("a desk", () => {
  async function sportEditor() {
    const [sport, politics] = [await makeSection(), await makeSection()];
    const { id } = await makeStaff({ role: "editor" });
    await makeDesk({ sectionIds: [sport.id], memberIds: [id] });
    return { editor: await present(id), sport, politics };
  }

  test("limits its people to its sections; what stands in none is everybody's", async () => {
    const { editor, sport, politics } = await sportEditor();
    const [inSport, inPolitics] = [await story(owner, sport.id), await story(owner, politics.id)];
    await expect(edit(editor, inSport)).resolves.toHaveProperty("saved");
    await expect(edit(editor, inPolitics)).rejects.toMatchObject({
      ...forbidden,
      message: "This story stands in a section of another desk.",
    });
    await expect(takeStep(editor, { id: inPolitics, step: "submit" })).rejects.toMatchObject(forbidden);
    await expect(publishArticle(editor, { id: inPolitics, version: 2 })).rejects.toMatchObject(forbidden);
    await expect(publishArticle(editor, { id: inSport, version: 3 })).resolves.toBeDefined();
    const { subjectId: nowhere } = await createArticle(owner);
    await expect(edit(editor, nowhere)).resolves.toHaveProperty("saved");
  });

  test("limits no reading, and nothing that stands in no section", async () => {
    const { editor, politics } = await sportEditor();
    const id = await story(owner, politics.id);
    await expect(readArticle(editor, id)).resolves.toMatchObject({ id });
    expect((await listArticles(editor, {})).rows.map((row) => row.id)).toContain(id);
    await expect(createTopic(editor, { name: `Topic ${newId()}` })).resolves.toBeDefined();
  });

  test("leaves one's own stories one's own in every section, but not before readers", async () => {
    const { editor, politics } = await sportEditor();
    const id = await story(editor, politics.id);
    await expect(edit(editor, id)).resolves.toHaveProperty("saved");
    await expect(takeStep(editor, { id, step: "submit" })).resolves.toBeDefined();
    await expect(publishArticle(editor, { id, version: 3 })).rejects.toMatchObject(forbidden);
    await publishArticle(owner, { id, version: 3 });
    await expect(unpublishArticle(editor, { id })).rejects.toMatchObject(forbidden);
    const said = { text: "It was 80 metres.", place: "end" as const, approvedBy: editor.id };
    const change = { kind: "correction" as const, ...said };
    await expect(amendArticle(editor, { id, change })).rejects.toMatchObject(forbidden);
  });

  test("keeps another's story from being put where its people could not have changed it", async () => {
    const { editor, sport, politics } = await sportEditor();
    const id = await story(owner, sport.id);
    const { version, content } = await readArticle(editor, id);
    const moved = { id, version, content: { ...content, sectionId: politics.id } };
    await expect(saveDraft(editor, moved)).rejects.toMatchObject(forbidden);
    await expect(saveDraft(editor, { ...moved, content: { ...content, sectionId: null } })).resolves.toHaveProperty(
      "saved",
    );
    expect((await readArticle(editor, id)).sectionId).toBeNull();
  });

  test("counts from the next request on, and of several desks all sections count", async () => {
    const { editor, politics } = await sportEditor();
    const id = await story(owner, politics.id);
    const desk = await saveDesk(owner, { name: "Politics", sectionIds: [politics.id], memberIds: [editor.id] });
    // As their request found them.
    await expect(edit(editor, id)).rejects.toMatchObject(forbidden);
    await expect(edit(await present(editor.id), id)).resolves.toHaveProperty("saved");
    await removeDesk(owner, { id: desk.subjectId });
    await expect(edit(await present(editor.id), id)).rejects.toMatchObject(forbidden);
  });

  test("is not got round by making, or becoming, somebody whom it does not limit", async () => {
    await set("editor", "staff.manage", "any");
    const { editor } = await sportEditor();
    const colleague = await makeStaff({ role: "editor" });
    const reporter = await makeStaff({ role: "reporter" });
    const who = () => ({ email: `${newId()}@example.test`, name: "A" });
    await expect(invite(editor, { ...who(), role: "editor" })).rejects.toMatchObject({
      ...forbidden,
      message: expect.stringContaining("desk"),
    });
    await expect(makeResetLink(editor, { id: colleague.id })).rejects.toMatchObject(forbidden);
    await expect(changeRole(editor, { id: reporter.id, role: "editor" })).rejects.toMatchObject(forbidden);
    await expect(invite(editor, { ...who(), role: "reporter" })).resolves.toBeDefined();
    const { id } = await makeStaff({ role: "editor" });
    await expect(makeResetLink(await present(id), { id: colleague.id })).resolves.toBeDefined();
  });

  test("is kept by owners, under a name of its own, with sections and people that there are", async () => {
    const sectionIds = [(await makeSection()).id];
    const editor = await makeStaff({ role: "editor" });
    const desk = { name: "City", sectionIds, memberIds: [] };
    await expect(saveDesk(editor, desk)).rejects.toMatchObject(forbidden);
    const { subjectId: id } = await saveDesk(owner, desk);
    await expect(saveDesk(owner, { ...desk, name: "CITY" })).rejects.toMatchObject({ code: "conflict" });
    await expect(saveDesk(owner, { ...desk, id, name: "CITY" })).resolves.toBeDefined();
    await expect(saveDesk(owner, { ...desk, id, sectionIds: ["none"] })).rejects.toMatchObject({ code: "invalid" });
    await expect(saveDesk(owner, { ...desk, id, memberIds: ["none"] })).rejects.toMatchObject({ code: "invalid" });
    await expect(saveDesk(owner, { ...desk, id: "none", name: "None" })).rejects.toMatchObject({ code: "not-found" });
    await expect(removeDesk(owner, { id: "none" })).rejects.toMatchObject({ code: "not-found" });
    await expect(removeDesk(editor, { id })).rejects.toMatchObject(forbidden);
  });
});
