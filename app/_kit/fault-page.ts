export const FAULT_PAGE = "<!doctype html><html lang=en><title>Fault</title><h1>A fault on our side</h1>";
