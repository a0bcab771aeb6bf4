import { expect, test } from "vitest";
import type { Card } from "@/domain/articles/card";
import { ABOUT_MEANINGS, ABOUT_SLUGS } from "@/domain/settings/about";
import { Organisation } from "@/domain/settings/organisation";
import { Particulars } from "@/domain/taxonomy/byline";
import { breadcrumbs, collectionPage } from "./lists";
import { newsMediaOrganization, webSite } from "./paper";
import { profilePage } from "./people";
import { paper } from "./testing/paper";

test("the paper names every policy that readers can open, and none besides", () => {
  const all = ABOUT_SLUGS.map((slug) => ({ slug, title: slug }));
  const data = newsMediaOrganization(paper({ about: all }));
  for (const slug of ABOUT_SLUGS) {
    expect(data).toHaveProperty(ABOUT_MEANINGS[slug], `https://paper.example/about/${slug}`);
  }
  expect(data).toMatchObject({ publishingPrinciples: "https://paper.example/about/ethics" });
  const nothing = newsMediaOrganization(paper());
  for (const slug of ABOUT_SLUGS) expect(nothing).not.toHaveProperty(ABOUT_MEANINGS[slug]);
});

test("the paper tells who publishes it, and nothing that was left empty", () => {
  const organisation = Organisation.parse({
    legalName: "Test Press Ltd",
    founded: "1998",
    locality: "Ostmere",
    emails: { corrections: "put.right@paper.example" },
    profiles: ["https://social.example/@test"],
  });
  const logo = { light: [{ src: "/media/logo.png", width: 400, height: 192 }], dark: [] };
  const data = newsMediaOrganization(paper({ organisation, appearance: { logo, icons: [] } }));
  expect(data).toMatchObject({
    legalName: "Test Press Ltd",
    foundingDate: "1998",
    address: { "@type": "PostalAddress", addressLocality: "Ostmere" },
    contactPoint: [{ contactType: "corrections", email: "put.right@paper.example" }],
    sameAs: ["https://social.example/@test"],
    logo: { url: "https://paper.example/media/logo.png" },
  });
  const bare = JSON.parse(JSON.stringify(newsMediaOrganization(paper())));
  expect(Object.keys(bare).sort()).toEqual(["@context", "@id", "@type", "name", "url"]);
});

test("the front says how the paper is searched", () => {
  expect(webSite(paper())).toMatchObject({
    "@type": "WebSite",
    name: "The Test",
    url: "https://paper.example/",
    publisher: { "@id": "https://paper.example/#organisation" },
    potentialAction: {
      target: { urlTemplate: "https://paper.example/search?q={search_term_string}" },
      "query-input": "required name=search_term_string",
    },
  });
});

test("a profile tells of the person whom stories name", () => {
  const particulars = Particulars.parse({ expertise: ["Bridges"], languages: ["fi"], location: "Ostmere" });
  const byline = { id: "1", slug: "aino-salo", name: "Aino Salo", title: "", bio: "Covers bridges.", particulars };
  expect(profilePage({ ...byline, portrait: null, tags: [] }, paper()).mainEntity).toMatchObject({
    name: "Aino Salo",
    url: "https://paper.example/bylines/aino-salo",
    jobTitle: undefined,
    description: "Covers bridges.",
    knowsAbout: ["Bridges"],
    knowsLanguage: ["fi"],
    workLocation: { name: "Ostmere" },
    image: undefined,
  });
});

test("a list tells its stories in order, and where it stands", () => {
  const cards = [{ path: "/a/one" }, { path: "/a/two" }] as Card[];
  const list = { cards, page: 2, hasOlder: false, tags: [] };
  expect(collectionPage({ name: "Harbour", path: "/harbour?page=2", list }, paper())).toMatchObject({
    "@type": "CollectionPage",
    url: "https://paper.example/harbour?page=2",
    mainEntity: {
      itemListElement: [
        { position: 1, url: "https://paper.example/a/one" },
        { position: 2, url: "https://paper.example/a/two" },
      ],
    },
  });
  expect(breadcrumbs([{ name: "Harbour", path: "/harbour" }], paper()).itemListElement).toMatchObject([
    { position: 1, item: "https://paper.example/" },
    { position: 2, item: "https://paper.example/harbour" },
  ]);
});
