import { z } from "zod";

/** An identifier as a form or an address gives it: whether it names anything is for whoever looks. */
export const Id = z.string().min(1).max(40);
