import { runTrials } from "@/scripts/trials/report";
import { backup } from "./backup";
import { clock } from "./clock";
import { contained } from "./contained";
import { diskFull } from "./disk-full";
import { kill } from "./kill";
import { migrations } from "./migrations";
import { pressed } from "./pressed";
import { stop } from "./stop";
import { writers } from "./writers";

// What happens to the paper when what it stands on fails. `npm run torture -- NAME` runs one of them, `--short` the short form.
await runTrials([kill, diskFull, migrations, writers, backup, contained, clock, pressed, stop]);
