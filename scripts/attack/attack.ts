import { headers } from "@/scripts/attack/headers";
import { leaks } from "@/scripts/attack/leaks";
import { script } from "@/scripts/attack/script";
import { runTrials } from "@/scripts/trials/report";
import { abuse } from "./abuse";
import { forgery } from "./forgery";
import { hosts } from "./hosts";
import { outbound } from "./outbound";
import { sessions } from "./sessions";

// What comes of the attempts of somebody who means ill. `npm run attack -- NAME` runs one of them, `--short` the short form.
await runTrials([forgery, sessions, hosts, outbound, abuse, script, headers, leaks]);
