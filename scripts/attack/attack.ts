import { runTrials } from "@/scripts/trials/report";
import { abuse } from "./abuse";
import { forgery } from "./forgery";
import { headers } from "./headers";
import { hosts } from "./hosts";
import { leaks } from "./leaks";
import { outbound } from "./outbound";
import { script } from "./script";
import { sessions } from "./sessions";

// What comes of the attempts of somebody who means ill. `npm run attack -- NAME` runs one of them, `--short` the short form.
await runTrials([forgery, sessions, hosts, outbound, abuse, script, headers, leaks]);
