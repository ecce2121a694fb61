// Before any schema is made: zod then compiles no code at run time, which the content security policy forbids (its
// attempt alone would be reported as a violation). Imported first.
import { z } from "zod";

z.config({ jitless: true });
