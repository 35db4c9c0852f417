//! Whether a shell with job control stands behind us, who could continue the program once it stopped. It reads what the
//! system keeps about processes and knows nothing of a terminal.

/// Whether a shell with job control stands behind us. It puts every command into a group of its own; a login whose only
/// command is smotr (`ForceCommand`) has no shell to come back to. False where the system does not say (no `/proc`).
///
/// By `/proc` and not by `getsid`: that gives 0 for a session begun outside our container, which rustix takes for impossible.
#[must_use]
pub fn can_suspend() -> bool {
    let stat = |process: &str| std::fs::read_to_string(format!("/proc/{process}/stat")).ok();
    let ours = stat("self");
    let parent = stat(&std::os::unix::process::parent_id().to_string());
    ours.zip(parent)
        .is_some_and(|(ours, parent)| has_job_control(&ours, &parent))
}

/// Whether a process is in a group of its own within the session of its parent, by the lines that Linux keeps about both
/// (`proc_pid_stat(5)`). 0 is a group or session outside our container: nothing is known of it.
#[must_use]
pub fn has_job_control(ours: &str, parent: &str) -> bool {
    let (Some((group, session)), Some((_, parents))) =
        (group_and_session(ours), group_and_session(parent))
    else {
        return false;
    };
    session != 0 && group != 0 && session == parents && group != session
}

/// The fifth and sixth field. The second is the name of the program, which may hold anything, also brackets and blanks.
fn group_and_session(stat: &str) -> Option<(i32, i32)> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(2).map(str::parse);
    Some((fields.next()?.ok()?, fields.next()?.ok()?))
}
