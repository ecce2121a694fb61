import { app } from "electron";
import { composeApp } from "../host/compose-app.ts";

composeApp();
app.quit();
