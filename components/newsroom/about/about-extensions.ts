import { EnterOverBlocks, Kit } from "@/components/newsroom/editor/schema";

/** What a page about the paper is written with, besides quotes, which have a view: all that AboutBody allows, and no more. */
export const aboutExtensions = [Kit.configure({ horizontalRule: false }), EnterOverBlocks];
