import { config } from "zod";

// Zod tries whether it may compile its checks: the newsroom's policy forbids it, and a browser would tell of each try.
config({ jitless: true });
