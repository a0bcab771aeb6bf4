export * from "./schema/articles";
export * from "./schema/desks";
export * from "./schema/events";
export * from "./schema/house";
export * from "./schema/jobs";
<<<<<<< HEAD
export * from "./schema/lists";
=======
export * from "./schema/limits";
>>>>>>> main
export * from "./schema/media";
export * from "./schema/notices";
export * from "./schema/people";
export * from "./schema/plans";
export * from "./schema/readings";
export * from "./schema/search";
export * from "./schema/settings";
export * from "./schema/taxonomy";
