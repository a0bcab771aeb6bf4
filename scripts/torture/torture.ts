import { runTrials } from "@/scripts/trials/report";
import { clock } from "./clock";
import { contained } from "./contained";
import { kill } from "./kill";
import { migrations } from "./migrations";
import { pressed } from "./pressed";
import { stop } from "./stop";

// What happens to the paper when what it stands on fails. `npm run torture -- NAME` runs one of them, `--short` the short form.
await runTrials([kill, migrations, contained, clock, pressed, stop]);
