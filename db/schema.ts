export * from "./schema/articles";
export * from "./schema/events";
export * from "./schema/jobs";
export * from "./schema/media";
export * from "./schema/people";
export * from "./schema/readings";
export * from "./schema/settings";
export * from "./schema/taxonomy";
