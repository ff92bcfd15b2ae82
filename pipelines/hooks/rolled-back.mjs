#!/usr/bin/env node
// Told of a rollback: a real hook would page somebody or open an issue. The event id stays the same when the hook is run
// again after an interruption, so that a receiver can tell a repetition from a second rollback.
const { AIRWORTHY_MODEL, AIRWORTHY_VERSION, AIRWORTHY_WHY, AIRWORTHY_EVENT_ID } = process.env
console.log(`${AIRWORTHY_MODEL} ${AIRWORTHY_VERSION} was taken back: ${AIRWORTHY_WHY} (event ${AIRWORTHY_EVENT_ID})`)
