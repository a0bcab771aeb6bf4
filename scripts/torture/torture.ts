import { runTrials } from "@/scripts/trials/report";
import { diskFull } from "./disk-full";
import { kill } from "./kill";
import { migrations } from "./migrations";
import { writers } from "./writers";

// What happens to the paper when what it stands on fails. `npm run torture -- NAME` runs one of them, `--short` the short form.
await runTrials([kill, diskFull, migrations, writers]);
