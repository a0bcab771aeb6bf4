import { runTrials } from "@/scripts/trials/report";
import { forgery } from "./forgery";

// What comes of the attempts of somebody who means ill. `npm run attack -- NAME` runs one of them, `--short` the short form.
await runTrials([forgery]);
