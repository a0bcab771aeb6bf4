import { endpoint } from "@/app/_kit/endpoint";
import { Beat, TakeOver } from "@/domain/articles/article";
import { keepCompany, takeOver } from "@/domain/articles/company";

/** What a screen says of itself every few seconds, and who else it is told of. */
export const PUT = endpoint(Beat, keepCompany);

/** Takes a field over from whoever holds it. */
export const POST = endpoint(TakeOver, takeOver);
