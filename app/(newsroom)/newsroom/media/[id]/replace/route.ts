import { endpoint } from "@/app/_kit/endpoint";
import { ReplaceFile, replaceFile } from "@/domain/media/replacing";

/** Gives the asset an upload that is whole as its file. Answers the event, or why not. */
export const POST = endpoint(ReplaceFile, replaceFile);
