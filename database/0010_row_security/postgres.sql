-- Row-level security (docs/adr/0041): who sees and writes which rows, once more, under the application's own role. The rules are those of
-- Residents/Sight.cs, Residents/Contract/ItemScope.cs and Signals/SignalSight.cs. A filter that code forgets then returns nothing.
--
-- Each unit of work says who acts (Kernel/Storage/WhoActs.cs): samenkracht.account, role, rights, organisation, team, emergency and now. Nothing said, nothing
-- seen. Role System sees all: jobs, signing in, and what Work.Beyond asks.
--
-- To add a table: a line in one of the lists below when its rows hang on a household or on another row; otherwise a policy of its own.
-- RowSecurityTests fails on a table about people that has neither. To give sight in another way: a branch in sight.households() and sight.coverage().

-- ── The application's role ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Not the owner and without BYPASSRLS; named after the database, so that municipalities in one cluster stay apart.
CREATE SCHEMA sight;

DO $$
DECLARE app text := left('samenkracht_app_' || current_database(), 63);
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = app) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', app); END IF;
    IF NOT pg_has_role(current_user, app, 'MEMBER') THEN EXECUTE format('GRANT %I TO CURRENT_USER', app); END IF;
    EXECUTE format('CREATE FUNCTION sight.app_role() RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT %L $f$', app);
    EXECUTE format('GRANT USAGE ON SCHEMA public, sight TO %I', app);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', app);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', app);
    -- What is only ever added to, and what only the migrator writes.
    EXECUTE format('REVOKE UPDATE, DELETE ON journal_line, journal_seal, read_line, read_seal, processing_line, processing_seal, processing_key FROM %I', app);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON schema_version, read_log_version FROM %I', app);
END $$;

-- ── Who acts ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION sight.account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('samenkracht.account', true), '')::uuid $$;
CREATE FUNCTION sight.organisation() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('samenkracht.organisation', true), '')::uuid $$;
CREATE FUNCTION sight.team() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('samenkracht.team', true), '')::uuid $$;
CREATE FUNCTION sight.emergency() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('samenkracht.emergency', true), '')::uuid $$;
-- The one household that is asked about, when there is one: a range of one id among one's memberships, else all ids there are. Narrows and lets nobody in (docs/adr/0097).
CREATE FUNCTION sight.inside() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('samenkracht.inside', true), '')::uuid $$;
CREATE FUNCTION sight.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('samenkracht.now', true), '')::timestamptz $$;
CREATE FUNCTION sight.role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('samenkracht.role', true), '') $$;
CREATE FUNCTION sight.is_system() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT sight.role() = 'System' $$;
-- What Kernel/Access/Permission.cs gives the role, and 'Professional' for who signs in for their work; nothing without an account.
CREATE FUNCTION sight.may(permission text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(permission = ANY (string_to_array(current_setting('samenkracht.rights', true), ' ')), false) $$;
-- Sees the safety compartment of what opens; by emergency access nobody does.
CREATE FUNCTION sight.is_officer() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT sight.may('HandleSafety') AND sight.emergency() IS NULL $$;

-- ── What one sees ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Functions with the owner's rights, so that they look past the policies; each answers for the actor alone. As functions they are planned once
-- per connection, and a policy's IN (SELECT …) asks them once per query, not per row.

-- Whether the actor guards the household as attention officer: somebody of the own organisation works in it, when it is shielded named for it. Where none
-- of those organisations has an officer, those of the municipality stand in, and without any there, all (Residents/Safety/Guard.cs).
CREATE FUNCTION sight.guards(watched uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    hidden boolean;
    working uuid[];
BEGIN
    IF NOT sight.may('HandleSafety') THEN RETURN false; END IF;
    SELECT h.safety = 'Shielded' INTO hidden FROM household h WHERE h.id = watched;
    SELECT coalesce(array_agg(a.organisation), '{}') INTO working FROM circle_member m JOIN account a ON a.id = m.account AND a.active
        WHERE m.household = watched AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now()) AND (m.sees_safety OR NOT hidden);
    RETURN sight.organisation() = ANY (working)
        OR NOT EXISTS (SELECT FROM account o WHERE o.role = 'AttentionOfficer' AND o.active AND o.organisation = ANY (working))
            AND NOT EXISTS (SELECT FROM account o JOIN organisation t ON t.id = o.organisation AND t.kind = 'Municipality'
                WHERE o.role = 'AttentionOfficer' AND o.active
                HAVING count(*) > 0 AND count(*) FILTER (WHERE o.id = sight.account()) = 0);
END $$;

-- Whether this person is hidden; of nobody there is, no.
CREATE FUNCTION sight.is_hidden(somebody uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM person p WHERE p.id = somebody AND p.safety = 'Shielded') $$;

-- Who is hidden: what is about them lies in the safety compartment too.
CREATE FUNCTION sight.hidden() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    lowest uuid := coalesce(sight.inside(), '00000000-0000-0000-0000-000000000000');
    highest uuid := coalesce(sight.inside(), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
BEGIN
    RETURN QUERY SELECT p.id FROM person p WHERE p.safety = 'Shielded' AND p.household BETWEEN lowest AND highest;
END $$;

-- The person that a resident's account is, with a door of their own: from twelve, and not hidden, for a login can be forced.
CREATE FUNCTION sight.self() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today date := (sight.now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF sight.role() = 'Resident' THEN
        RETURN QUERY SELECT p.id FROM resident_account r JOIN person p ON p.id = r.person WHERE r.account = sight.account() AND p.safety = 'None'
            AND CASE WHEN p.born_on IS NULL THEN p.relation <> 'Child' ELSE p.born_on <= today - interval '12 years' END;
    END IF;
END $$;

-- Whether somebody may ask another to stand beside them (Residents/Beside/Invitation.cs): who is not hidden, and decides alone; of 16 or 17 not while a freeze
-- keeps parents out, for one of them may be who was asked. What stood before that rule ends here too.
CREATE FUNCTION sight.may_invite(somebody uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM person p JOIN household h ON h.id = p.household AND h.safety = 'None' WHERE p.id = somebody AND p.safety = 'None'
        AND CASE WHEN p.born_on IS NULL THEN p.relation <> 'Child' ELSE p.born_on <= (sight.now() AT TIME ZONE 'Europe/Amsterdam')::date - interval '16 years' END
        AND (p.born_on IS NULL OR p.born_on <= (sight.now() AT TIME ZONE 'Europe/Amsterdam')::date - interval '18 years'
            OR NOT EXISTS (SELECT FROM view_freeze f WHERE f.household = p.household AND f.lifted_at IS NULL))) $$;

-- The households that open: by emergency access the one looked into; as a resident one's own (none that is shielded: a login can be forced); by a current
-- membership of the circle, when shielded only to a professional named for it, and beside a resident only when asked for the plan; and as attention officer
-- those of the safety compartment that one guards.
CREATE FUNCTION sight.households() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    works boolean := sight.may('Professional');
    actor uuid := sight.account();
    lowest uuid := coalesce(sight.inside(), '00000000-0000-0000-0000-000000000000');
    highest uuid := coalesce(sight.inside(), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
BEGIN
    IF sight.emergency() IS NOT NULL THEN
        RETURN QUERY SELECT h.id FROM household h WHERE h.id = sight.emergency() AND h.safety = 'None'
            AND EXISTS (SELECT FROM emergency_access e WHERE e.household = h.id AND e.account = actor AND e.until > sight.now());
    ELSIF sight.role() = 'Resident' THEN
        RETURN QUERY SELECT p.household FROM person p JOIN household h ON h.id = p.household WHERE p.id IN (SELECT sight.self()) AND h.safety = 'None';
    ELSE
        RETURN QUERY SELECT m.household FROM circle_member m WHERE m.account = actor AND m.household BETWEEN lowest AND highest AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now())
            AND (works AND m.sees_safety OR NOT EXISTS (SELECT FROM household h WHERE h.id = m.household AND h.safety = 'Shielded'))
            AND (works OR m.beside IS NULL OR m.parts & 1 <> 0 AND sight.may_invite(m.beside));
        IF sight.may('HandleSafety') THEN
            RETURN QUERY SELECT h.id FROM household h WHERE (h.safety = 'Shielded' OR h.has_safety_items) AND sight.guards(h.id);
        END IF;
    END IF;
END $$;

-- The laws whose items open there: those of the membership; by emergency access and for a resident all.
CREATE FUNCTION sight.coverage() RETURNS TABLE (household uuid, law text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    works boolean := sight.may('Professional');
    actor uuid := sight.account();
    lowest uuid := coalesce(sight.inside(), '00000000-0000-0000-0000-000000000000');
    highest uuid := coalesce(sight.inside(), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
BEGIN
    IF sight.emergency() IS NOT NULL OR sight.role() = 'Resident' THEN
        RETURN QUERY SELECT own, every FROM sight.households() own CROSS JOIN unnest(ARRAY['Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs']) every;
    ELSE
        RETURN QUERY SELECT m.household, l.law FROM circle_member m JOIN circle_law l ON l.member = m.id WHERE m.account = actor AND m.household BETWEEN lowest AND highest AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now())
            AND (works AND m.sees_safety OR NOT EXISTS (SELECT FROM household h WHERE h.id = m.household AND h.safety = 'Shielded'));
    END IF;
END $$;

-- Where the actor was named for the safety compartment.
CREATE FUNCTION sight.named() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    lowest uuid := coalesce(sight.inside(), '00000000-0000-0000-0000-000000000000');
    highest uuid := coalesce(sight.inside(), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
BEGIN
    RETURN QUERY SELECT m.household FROM circle_member m WHERE m.account = sight.account() AND m.household BETWEEN lowest AND highest
        AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now()) AND m.sees_safety;
END $$;


-- Whose door the actor comes through: one's own, or that of who asked them to stand beside them, for these parts.
CREATE FUNCTION sight.door_people(part int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF sight.emergency() IS NOT NULL OR sight.may('Professional') THEN RETURN;
    ELSIF sight.role() = 'Resident' THEN RETURN QUERY SELECT sight.self();
    ELSE
        RETURN QUERY SELECT m.beside FROM circle_member m WHERE m.account = sight.account() AND m.beside IS NOT NULL AND m.parts & part <> 0 AND sight.may_invite(m.beside)
            AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now());
    END IF;
END $$;

-- What opens through those doors: about whom (the household itself when about all of it) and under which law. About oneself everything; what is about all,
-- for who is grown and lives there, but under the Jeugdwet it is about the children; about a child under 16, for who has authority over it while nothing freezes that.
CREATE FUNCTION sight.door(part int) RETURNS TABLE (about uuid, law text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today date := (sight.now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN QUERY
    WITH every(law) AS (VALUES ('Wmo'), ('Jeugdwet'), ('Participatiewet'), ('Wgs')),
    through AS (
        SELECT p.id AS person, p.household, CASE WHEN p.born_on IS NULL THEN p.relation = 'Child' ELSE p.born_on > today - interval '18 years' END AS minor, p.relation = 'ParentElsewhere' AS elsewhere
        FROM person p JOIN household h ON h.id = p.household AND h.safety = 'None' WHERE p.id IN (SELECT sight.door_people(part))),
    child AS (
        SELECT c.id, c.household FROM person c
        WHERE c.household IN (SELECT t.household FROM through t) AND c.relation = 'Child' AND (c.born_on IS NULL OR c.born_on > today - interval '18 years')),
    held AS (
        SELECT a.parent, a.child FROM parental_authority a JOIN person c ON c.id = a.child AND c.household = a.household
        WHERE a.parent IN (SELECT t.person FROM through t) AND a.holds AND a.ended_at IS NULL
            AND c.relation = 'Child' AND c.safety = 'None' AND (c.born_on IS NULL OR c.born_on > today - interval '16 years')
            AND NOT EXISTS (SELECT FROM view_freeze f WHERE f.household = a.household AND f.lifted_at IS NULL))
    SELECT t.person, e.law FROM through t, every e
    UNION ALL SELECT h.child, e.law FROM held h, every e
    UNION ALL SELECT t.household, e.law FROM through t, every e
        WHERE CASE WHEN e.law <> 'Jeugdwet' THEN NOT t.minor AND NOT t.elsewhere
            ELSE t.minor OR (EXISTS (SELECT FROM child c WHERE c.household = t.household)
                AND NOT EXISTS (SELECT FROM child c WHERE c.household = t.household AND NOT EXISTS (SELECT FROM held h WHERE h.parent = t.person AND h.child = c.id))) END;
END $$;

-- The children under 16 over whom the actor, a resident, has authority that was checked and that nothing freezes.
CREATE FUNCTION sight.children() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today date := (sight.now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN QUERY SELECT a.child FROM parental_authority a JOIN person c ON c.id = a.child AND c.household = a.household
        WHERE a.parent IN (SELECT sight.self()) AND a.holds AND a.ended_at IS NULL
            AND c.relation = 'Child' AND c.safety = 'None' AND (c.born_on IS NULL OR c.born_on > today - interval '16 years')
            AND NOT EXISTS (SELECT FROM view_freeze f WHERE f.household = a.household AND f.lifted_at IS NULL);
END $$;

-- Of whom one who does not work here reads all that is about the household as a whole: at home who is grown and lives there; and by a place in the circle, for its laws.
CREATE FUNCTION sight.whole() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT d.about FROM sight.door(1) d WHERE d.law = 'Wmo';
    IF sight.role() <> 'Resident' THEN
        RETURN QUERY SELECT m.household FROM circle_member m WHERE m.account = sight.account() AND m.beside IS NULL AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now());
    END IF;
END $$;

-- Whom to call there, or who is there for the children that one may read of.
CREATE FUNCTION sight.near(place uuid, home uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM support_period s WHERE s.household = home AND s.ended_at IS NULL AND place IN (s.coordinator, s.deputy))
        OR EXISTS (SELECT FROM circle_law l WHERE l.member = place AND l.law = 'Jeugdwet') AND (home, 'Jeugdwet') IN (SELECT d.about, d.law FROM sight.door(1) d) $$;

-- The shielded households that open for the attention officer.
CREATE FUNCTION sight.shielded() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF sight.may('HandleSafety') THEN RETURN QUERY SELECT h.id FROM household h WHERE h.safety = 'Shielded' AND h.id IN (SELECT sight.households()); END IF;
END $$;

-- Whether the actor decides on this request: on all, except where the safety compartment is touched: whose data it is, who asks it, who is to be heard.
CREATE FUNCTION sight.decides(asked uuid, whose uuid, parent uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (sight.is_system() OR sight.may('HandleRequests')) AND EXISTS (SELECT FROM person p JOIN household h ON h.id = p.household WHERE p.id = whose AND p.safety = 'None' AND h.safety = 'None')
        AND NOT EXISTS (SELECT FROM person p WHERE p.safety = 'Shielded' AND (p.id = parent OR p.id IN (SELECT v.person FROM request_voice v WHERE v.request = asked))) $$;

-- ── Policies ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
    name text;
    child text[];
BEGIN
    -- About a household: for whom that household opens.
    FOREACH name IN ARRAY ARRAY['circle_member', 'support_period', 'plan', 'journal_key'] LOOP
        EXECUTE format('CREATE POLICY seen ON %I USING ((SELECT sight.is_system()) OR household IN (SELECT sight.households()))', name);
    END LOOP;

    -- Items: circle, law, audience and safety mark; for a resident and who stands beside them, what opens through their door.
    FOREACH child SLICE 1 IN ARRAY ARRAY[['question', '2'], ['goal', '1'], ['plan_action', '1'], ['conversation', '8'], ['disclosure', '1'], ['letter', '4'], ['consent_request', '4']] LOOP
        EXECUTE format($policy$
            CREATE POLICY seen ON %1$I USING ((SELECT sight.is_system()) OR (
                CASE audience WHEN 'Circle' THEN true WHEN 'Professionals' THEN (SELECT sight.may('Professional'))
                    ELSE author = (SELECT sight.account()) AND (SELECT sight.emergency()) IS NULL END
                AND ((SELECT sight.role() <> 'Resident' AND (%2$s <> 4 OR sight.may('Professional'))) AND (household, law) IN (SELECT c.household, c.law FROM sight.coverage() c)
                        AND (safety = 'None' AND NOT coalesce(about IN (SELECT sight.hidden()), false)
                            OR (SELECT sight.may('Professional') AND sight.emergency() IS NULL) AND (author = (SELECT sight.account()) OR household IN (SELECT sight.named())))
                    OR safety = 'None' AND (coalesce(about, household), law) IN (SELECT d.about, d.law FROM sight.door(%2$s) d)
                    OR (SELECT sight.is_officer()) AND controller = (SELECT sight.organisation()) AND (safety = 'Shielded' OR coalesce(about IN (SELECT sight.hidden()), false) OR household IN (SELECT sight.shielded())))))
            $policy$, child[1], child[2]);
    END LOOP;

    -- Of another law what was shared, to read.
    FOREACH name IN ARRAY ARRAY['question', 'goal', 'plan_action'] LOOP
        EXECUTE format($policy$
            CREATE POLICY shared ON %1$I FOR SELECT USING (shared_with <> 0 AND safety = 'None' AND NOT coalesce(about IN (SELECT sight.hidden()), false) AND (SELECT sight.role()) <> 'Resident'
                AND CASE audience WHEN 'Circle' THEN true WHEN 'Professionals' THEN (SELECT sight.may('Professional'))
                    ELSE author = (SELECT sight.account()) AND (SELECT sight.emergency()) IS NULL END
                AND EXISTS (SELECT FROM sight.coverage() c WHERE c.household = %1$I.household
                    AND shared_with & CASE c.law WHEN 'Wmo' THEN 1 WHEN 'Jeugdwet' THEN 2 WHEN 'Participatiewet' THEN 4 ELSE 8 END <> 0))
            $policy$, name);
    END LOOP;

    -- What hangs on a row: for who sees that row, by that row's own policy.
    FOREACH child SLICE 1 IN ARRAY ARRAY[['circle_law', 'member', 'circle_member'], ['resident_account', 'person', 'person'],
        ['question_closure', 'question', 'question'], ['consent_answer', 'request', 'consent_request'], ['lawful_sharing', 'request', 'consent_request'],
        ['signal_claim', 'signal', 'signal'], ['assessment', 'signal', 'signal'], ['notice', 'duty', 'duty_to_tell'], ['notice_person', 'notice', 'notice']] LOOP
        EXECUTE format('CREATE POLICY seen ON %1$I USING ((SELECT sight.is_system()) OR EXISTS (SELECT FROM %3$I p WHERE p.id = %1$I.%2$I))',
            child[1], child[2], child[3]);
    END LOOP;

    -- What one says of a plan is for who works with the household; of those at home, each reads their own.
    CREATE POLICY seen ON plan_approval USING ((SELECT sight.is_system()) OR (((SELECT sight.may('Professional')) OR by_account = (SELECT sight.account()))
        AND EXISTS (SELECT FROM plan p WHERE p.id = plan_approval.plan)));

    -- Only for the system.
    FOREACH name IN ARRAY ARRAY['journal_seal', 'read_seal', 'processing_seal', 'processing_key', 'processing_export', 'kept_input'] LOOP
        EXECUTE format('CREATE POLICY seen ON %I USING ((SELECT sight.is_system()))', name);
    END LOOP;

END $$;

CREATE POLICY seen ON household USING ((SELECT sight.is_system()) OR id IN (SELECT sight.households()));
CREATE POLICY seen ON person USING ((SELECT sight.is_system()) OR household IN (SELECT sight.households())
    AND (safety = 'None' OR (SELECT sight.is_officer()) OR household IN (SELECT sight.named()) OR id IN (SELECT sight.self())));

-- Whether a parent has authority: for who works here, and for that parent to read, never to write. That it is frozen, only for who sees the safety compartment.
CREATE POLICY seen ON parental_authority USING ((SELECT sight.is_system()) OR household IN (SELECT sight.households()) AND (SELECT sight.may('Professional')));
CREATE POLICY own ON parental_authority FOR SELECT USING (parent IN (SELECT sight.door_people(15))
    AND ((SELECT sight.role()) = 'Supporter' OR household IN (SELECT sight.households())));
-- Who was asked for other parts than the plan: beside whom, and to whom a letter is that this person may read.
CREATE POLICY beside ON person FOR SELECT USING ((SELECT sight.role()) = 'Supporter' AND safety = 'None' AND id IN (SELECT d.about FROM sight.door(15) d));
CREATE POLICY beside ON circle_member FOR SELECT USING ((SELECT sight.role()) = 'Supporter' AND account = (SELECT sight.account()) AND beside IN (SELECT sight.door_people(15)));
-- Who stands beside somebody: for who may know of that person; at home, for who asked them and for themselves.
CREATE POLICY known ON circle_member AS RESTRICTIVE FOR SELECT USING (beside IS NULL OR (SELECT sight.is_system())
    OR CASE WHEN (SELECT sight.may('Professional')) THEN EXISTS (SELECT FROM person p WHERE p.id = circle_member.beside)
        ELSE account = (SELECT sight.account()) OR beside IN (SELECT sight.self()) END);
-- Who else comes there says what the others need: to a parent who lives elsewhere and to a child whom to call, and who is there for the children that are theirs to read of; and not for which other laws.
CREATE POLICY near ON circle_member AS RESTRICTIVE FOR SELECT USING ((SELECT sight.is_system() OR sight.may('Professional')) OR beside IS NOT NULL OR account = (SELECT sight.account())
    OR household IN (SELECT sight.whole()) OR sight.near(id, household));
CREATE POLICY near ON circle_law AS RESTRICTIVE FOR SELECT USING ((SELECT sight.is_system() OR sight.may('Professional'))
    OR EXISTS (SELECT FROM circle_member m WHERE m.id = circle_law.member AND (m.account = (SELECT sight.account()) OR m.household IN (SELECT sight.whole())
        OR circle_law.law = 'Jeugdwet' AND (m.household, 'Jeugdwet') IN (SELECT d.about, d.law FROM sight.door(1) d))));
CREATE POLICY seen ON view_freeze USING ((SELECT sight.is_system()) OR household IN (SELECT sight.households())
    AND ((SELECT sight.is_officer()) OR household IN (SELECT sight.named())));

-- Whom someone asked to stand beside them: for that person and who works here.
CREATE POLICY seen ON invitation USING ((SELECT sight.is_system()) OR household IN (SELECT sight.households())
    AND ((SELECT sight.may('Professional')) OR person IN (SELECT sight.self())));

-- Hits on hidden households: only for the attention officer who guards the hidden one; what was drawn by lot, for who guards the household itself.
CREATE POLICY seen ON contact_hold USING ((SELECT sight.is_system()) OR (SELECT sight.may('HandleSafety')) AND sight.guards(coalesce(matched, household)));
CREATE POLICY seen ON signal_match USING ((SELECT sight.is_system()) OR (SELECT sight.may('HandleSafety')) AND sight.guards(household));
-- Whoever enters a household or a signal keeps a hit that they do not see.
CREATE POLICY kept ON contact_hold FOR INSERT WITH CHECK ((SELECT sight.may('WorkWithHouseholds')) AND released_at IS NULL);
CREATE POLICY kept ON signal_match FOR INSERT WITH CHECK (seen_at IS NULL);

-- Requests about one's own data: one's own; of the household that one coordinates or deputises, or of the circle while it has no contact person; for who
-- decides on them all that do not touch the safety compartment, and for the attention officer those that do (Residents/Requests/RequestSight.cs).
CREATE POLICY seen ON person_request USING ((SELECT sight.is_system()) OR (SELECT sight.account() IS NOT NULL AND sight.emergency() IS NULL) AND
    CASE WHEN (SELECT sight.role()) = 'Resident' THEN (person IN (SELECT sight.self()) AND NOT sight.is_hidden(asked_by) OR asked_by IN (SELECT sight.self()) AND person IN (SELECT sight.children())) AND household IN (SELECT sight.households())
        WHEN (SELECT sight.may('HandleRequests')) THEN sight.decides(id, person, asked_by)
        ELSE (SELECT sight.may('Professional')) AND EXISTS (SELECT FROM person p WHERE p.id = person_request.person)
            AND (asked_by IS NULL OR EXISTS (SELECT FROM person p WHERE p.id = person_request.asked_by))
            AND ((SELECT sight.is_officer()) OR kind <> 'Destroy' OR (household, 'Jeugdwet') IN (SELECT c.household, c.law FROM sight.coverage() c))
            AND ((SELECT sight.is_officer()) OR NOT EXISTS (SELECT FROM support_period s WHERE s.household = person_request.household AND s.ended_at IS NULL)
                OR EXISTS (SELECT FROM support_period s JOIN circle_member m ON m.id IN (s.coordinator, s.deputy)
                    WHERE s.household = person_request.household AND s.ended_at IS NULL AND m.account = (SELECT sight.account()) AND m.until IS NULL)) END);
-- Whoever works in a household writes down what someone there asks, also when a colleague coordinates.
CREATE POLICY asked ON person_request FOR INSERT WITH CHECK ((SELECT sight.may('WorkWithHouseholds')) AND by_account = sight.account() AND on_behalf
    AND EXISTS (SELECT FROM person p WHERE p.id = person_request.person));

-- Whether the other parent and the child agree: for who handles the request, and for no parent to read. Of who is hidden only who sees the safety compartment knows.
CREATE POLICY seen ON request_voice USING ((SELECT sight.is_system()) OR (SELECT sight.role()) <> 'Resident' AND EXISTS (SELECT FROM person_request r WHERE r.id = request_voice.request)
    AND ((SELECT sight.may('HandleRequests')) OR EXISTS (SELECT FROM person p WHERE p.id = request_voice.person)));
CREATE POLICY asked ON request_voice FOR INSERT WITH CHECK (says IS NULL);

-- Whether somebody in the safety compartment asked this, or it was asked for them.
CREATE FUNCTION sight.asked_hidden(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM person_request q JOIN person p ON p.id IN (q.person, q.asked_by) WHERE q.id = asked AND p.safety = 'Shielded') $$;
-- That processing is restricted: a mark for who works there, but of who is hidden for who sees the safety compartment; the request it came from, for whose that is and for who decides on it.
CREATE POLICY seen ON restriction USING ((SELECT sight.is_system()) OR CASE WHEN (SELECT sight.role() = 'Resident' OR sight.may('HandleRequests')) THEN EXISTS (SELECT FROM person_request r WHERE r.id = restriction.request)
    ELSE (SELECT sight.may('Professional')) AND household IN (SELECT sight.households())
        AND ((SELECT sight.is_officer()) OR household IN (SELECT sight.named()) OR NOT sight.asked_hidden(request)) END);

-- What came to oneself from a colleague who left.
CREATE POLICY seen ON circle_takeover USING ((SELECT sight.is_system()) OR account = (SELECT sight.account()) AND household IN (SELECT sight.households()));

-- Who is to be an attention officer: asked by who manages accounts, answered by a second person; one's own to read.
CREATE POLICY seen ON officer_request USING ((SELECT sight.is_system() OR sight.may('ManageAccounts') OR sight.may('ConfirmOfficers')));
CREATE POLICY own ON officer_request FOR SELECT USING (account = (SELECT sight.account()));

-- Emergency access: one's own, those of households that open, and all for who judges or supervises. Taken in one's own name; judged by who may.
CREATE POLICY seen ON emergency_access FOR SELECT USING ((SELECT sight.is_system() OR sight.may('JudgeEmergencyAccess') OR sight.may('SuperviseEmergencyAccess'))
    OR account = (SELECT sight.account()) OR household IN (SELECT sight.households()));
CREATE POLICY taken ON emergency_access FOR INSERT WITH CHECK ((SELECT sight.is_system())
    OR (SELECT sight.may('UseEmergencyAccess')) AND account = (SELECT sight.account()) AND judged_at IS NULL);
CREATE POLICY judged ON emergency_access FOR UPDATE USING ((SELECT sight.is_system() OR sight.may('JudgeEmergencyAccess')));

-- Accounts (docs/adr/0103): by what one signs in, and where one is signed in, is for oneself and for the door, which works as the system. Who others are
-- they read in sight.account_card.
DO $$
DECLARE child text[];
BEGIN
    FOREACH child SLICE 1 IN ARRAY ARRAY[['account', 'id'], ['account_claim', 'user_id'], ['account_login', 'user_id'], ['account_token', 'user_id'], ['account_passkey', 'user_id'],
        ['account_session', 'account']] LOOP
        EXECUTE format('CREATE POLICY seen ON %1$I USING ((SELECT sight.is_system()) OR %2$I = (SELECT sight.account()))', child[1], child[2]);
    END LOOP;
    -- What guards the door is nobody's to read.
    FOREACH child SLICE 1 IN ARRAY ARRAY[['known_device', ''], ['spent_challenge', '']] LOOP
        EXECUTE format('CREATE POLICY seen ON %I USING ((SELECT sight.is_system()))', child[1]);
    END LOOP;
END $$;

-- What one is told of one's own way in: one answers it and takes nothing away, so that who came in as somebody else leaves it there (docs/adr/0110).
CREATE POLICY seen ON sign_in_change USING ((SELECT sight.is_system()));
CREATE POLICY own ON sign_in_change FOR SELECT USING (account = (SELECT sight.account()));
CREATE POLICY done ON sign_in_change FOR INSERT WITH CHECK (account = (SELECT sight.account()));
CREATE POLICY answered ON sign_in_change FOR UPDATE USING (account = (SELECT sight.account()));

-- Who is or was in a circle that opens, as far as one may know of them.
CREATE FUNCTION sight.met() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.account FROM sight.households() home JOIN circle_member m ON m.household = home
    WHERE CASE WHEN sight.may('Professional') THEN m.beside IS NULL OR NOT sight.is_hidden(m.beside) OR sight.is_officer() OR home IN (SELECT sight.named())
        ELSE CASE WHEN m.beside IS NULL THEN home IN (SELECT sight.whole()) OR sight.near(m.id, home) ELSE m.beside IN (SELECT sight.self()) END END $$;

-- Who an account is, and nothing of how it signs in: all for who manages accounts, colleagues and volunteers for who works here, and for everybody oneself and
-- who is or was in a circle that opens. That somebody has a resident's account is so for nobody else to list; a name that stands in another row is asked by its id
-- (Access/Contract/AccessQueries.cs). With the owner's rights, so that it looks past the policy; no security barrier, as that would read all accounts for one name.
CREATE VIEW sight.account_card AS SELECT id, name, function, role, organisation, team, phone_number, active FROM public.account
    WHERE CASE WHEN (SELECT sight.is_system() OR sight.may('ManageAccounts')) THEN true
        WHEN (SELECT sight.account() IS NULL) THEN false
        WHEN id = (SELECT sight.account()) OR role NOT IN ('Resident', 'Supporter') AND (SELECT sight.may('Professional')) THEN true
        ELSE id IN (SELECT sight.met()) END;
DO $$ BEGIN EXECUTE format('GRANT SELECT ON sight.account_card TO %I', sight.app_role()); END $$;

-- A household that is being opened has nobody in its circle yet: its opener may add its people, and themselves.
CREATE FUNCTION sight.is_new(opened uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT sight.may('WorkWithHouseholds') AND NOT EXISTS (SELECT FROM circle_member m WHERE m.household = opened) $$;
CREATE POLICY opened ON household FOR INSERT WITH CHECK ((SELECT sight.may('WorkWithHouseholds')));
CREATE POLICY opened ON person FOR INSERT WITH CHECK (sight.is_new(household));
CREATE POLICY opened ON circle_member FOR INSERT WITH CHECK (account = sight.account() AND sight.is_new(household));

-- Who assesses a signal hands the question to a household without seeing more of it.
CREATE POLICY handed ON question FOR INSERT WITH CHECK ((SELECT sight.may('AssessSignals')) AND author = sight.account() AND controller = sight.organisation());

-- The organisations without an attention officer, for who stands in: the officers of the municipality, and where it has none, all (Signals/SignalSight.cs).
CREATE FUNCTION sight.unguarded() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id FROM organisation t WHERE sight.may('HandleSafety')
        AND NOT EXISTS (SELECT FROM account o WHERE o.role = 'AttentionOfficer' AND o.active AND o.organisation = t.id)
        AND NOT EXISTS (SELECT FROM account o JOIN organisation h ON h.id = o.organisation AND h.kind = 'Municipality' WHERE o.role = 'AttentionOfficer' AND o.active
            HAVING count(*) > 0 AND count(*) FILTER (WHERE o.id = sight.account()) = 0) $$;
CREATE POLICY seen ON signal USING ((SELECT sight.is_system()) OR
    CASE WHEN (SELECT sight.may('AssessSignals'))
        THEN (organisation IS NULL OR organisation = (SELECT sight.organisation()))
                AND CASE safety WHEN 'Shielded' THEN (SELECT sight.may('HandleSafety')) ELSE team IS NULL OR team = (SELECT sight.team()) END
            OR (SELECT sight.may('HandleSafety'))
                AND (safety = 'Shielded' AND organisation IN (SELECT sight.unguarded()) OR EXISTS (SELECT FROM signal_match m WHERE m.signal = signal.id))
        ELSE (SELECT sight.may('WorkOnIssues')) AND kind = 'Community' AND safety = 'None' END);
CREATE POLICY given ON signal FOR INSERT WITH CHECK (state = 'Received');

-- What must be told to whom it is about: before there is a household for who sees the signal, then for the professionals of that circle under that law. What is
-- put off, the attention officer reads as well, or who stands in. Residents read what they were told by a question of its own (Signals/Tell/OwnReports.cs).
CREATE POLICY seen ON duty_to_tell USING ((SELECT sight.is_system()) OR (SELECT sight.may('Professional') AND sight.emergency() IS NULL) AND (
    household IS NULL AND EXISTS (SELECT FROM signal s WHERE s.id = duty_to_tell.signal)
    OR (household, law) IN (SELECT c.household, c.law FROM sight.coverage() c) AND (safety = 'None' OR household IN (SELECT sight.named()))
    OR (SELECT sight.is_officer()) AND (controller = (SELECT sight.organisation()) OR controller IN (SELECT sight.unguarded()))
        AND (safety = 'Shielded' OR state = 'Withheld' OR household IN (SELECT sight.shielded()))));
CREATE POLICY given ON duty_to_tell FOR INSERT WITH CHECK (state = 'Open' AND household IS NULL);

CREATE POLICY seen ON signal_reporter USING ((SELECT sight.is_system()) OR account = (SELECT sight.account())
    OR EXISTS (SELECT FROM signal s WHERE s.id = signal_reporter.signal));
CREATE POLICY given ON signal_reporter FOR INSERT WITH CHECK (account IS NULL);

CREATE POLICY seen ON issue_contribution USING ((SELECT sight.is_system())
    OR EXISTS (SELECT FROM question q WHERE q.id = issue_contribution.question) OR EXISTS (SELECT FROM signal s WHERE s.id = issue_contribution.signal));

-- What a household finds of an answer, for who sees the question with which it takes part.
CREATE POLICY seen ON answer_opinion USING ((SELECT sight.is_system()) OR EXISTS (SELECT FROM question q WHERE q.id = answer_opinion.question));

-- One writes lines in one's own name, and reads those of a household that opens, of the laws that one is there for; about safety, and of the attention
-- officer, only who sees the safety compartment.
CREATE POLICY seen ON journal_line FOR SELECT USING ((SELECT sight.is_system()) OR household IN (SELECT sight.households())
    AND (law IS NULL OR (household, law) IN (SELECT c.household, c.law FROM sight.coverage() c))
    AND (purpose <> 'Safety' AND actor_role <> 'AttentionOfficer' OR (SELECT sight.is_officer()) OR household IN (SELECT sight.named())));
CREATE POLICY written ON journal_line FOR INSERT WITH CHECK ((SELECT sight.is_system()) OR account IS NOT DISTINCT FROM sight.account());

-- The same of who looked. What those at home opened is for each of them to read and for who works here; of who is hidden, only for who sees the safety compartment.
CREATE FUNCTION sight.looks_hidden(who uuid, home uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM person p WHERE p.household = home AND p.safety = 'Shielded' AND (EXISTS (SELECT FROM resident_account r WHERE r.person = p.id AND r.account = who)
        OR EXISTS (SELECT FROM circle_member m WHERE m.household = home AND m.beside = p.id AND m.account = who))) $$;
CREATE POLICY seen ON read_line FOR SELECT USING ((SELECT sight.is_system()) OR account = (SELECT sight.account()) OR household IN (SELECT sight.households())
    AND (purpose <> 'Safety' AND role <> 'AttentionOfficer' OR (SELECT sight.is_officer()) OR household IN (SELECT sight.named()))
    AND CASE WHEN role IN ('Resident', 'Supporter') THEN (SELECT sight.may('Professional')) AND ((SELECT sight.is_officer()) OR household IN (SELECT sight.named()) OR NOT sight.looks_hidden(account, household)) ELSE true END);
CREATE POLICY written ON read_line FOR INSERT WITH CHECK ((SELECT sight.is_system()) OR account IS NOT DISTINCT FROM sight.account());

-- Whoever processes adds a line, which says nothing about who that was; only the system reads them.
CREATE POLICY seen ON processing_line FOR SELECT USING ((SELECT sight.is_system()));
CREATE POLICY written ON processing_line FOR INSERT WITH CHECK (true);

DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    END LOOP;
END $$;

-- ── The narrow doors ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Someone is involved: which household, and which account to call (Residents/Existence.cs). By a full name or address, exactly, and never a household
-- under secrecy or in the safety compartment; by the id of a household that was found already also those that open to the actor.
CREATE FUNCTION sight.involved(known uuid[], by_name text, by_street text, by_postcode text) RETURNS TABLE (household uuid, contact uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, (SELECT m.account FROM circle_member m JOIN account a ON a.id = m.account LEFT JOIN support_period s ON s.coordinator = m.id AND s.ended_at IS NULL
                  WHERE m.household = h.id AND m.until IS NULL AND (m.ends_at IS NULL OR m.ends_at > sight.now()) AND m.role = 'Member'
                  ORDER BY s.id IS NULL, a.role = 'AttentionOfficer', m.since LIMIT 1)
    FROM household h
    WHERE (sight.is_system() OR sight.account() IS NOT NULL)
        AND (h.id = ANY (known) AND (h.safety = 'None' AND NOT h.secrecy OR sight.is_system() OR h.id IN (SELECT sight.households()))
            OR h.safety = 'None' AND NOT h.secrecy AND (sight.is_system() OR sight.may('FindInvolvement') OR sight.may('WorkWithHouseholds'))
                AND h.id IN (SELECT p.household FROM person p WHERE p.search_name = by_name AND p.safety = 'None'
                    UNION SELECT a.id FROM household a WHERE a.address_key = by_street UNION SELECT a.id FROM household a WHERE a.postcode_key = by_postcode))
    ORDER BY h.known_since, h.id LIMIT 20
$$;

-- The account of a resident or of who stands beside one, by the exact address, for who may link it to a person.
CREATE FUNCTION sight.resident_account(address text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.id FROM account a WHERE (sight.is_system() OR sight.may('LinkResidents')) AND a.active AND a.normalized_email = address AND a.role IN ('Resident', 'Supporter')
$$;

-- The key that a household's journal lines are written with, made at the first: also by who writes about a household without seeing it.
-- It is wrapped with a key that this database does not have.
CREATE FUNCTION sight.journal_key(of uuid, law_part text, fresh bytea) RETURNS bytea LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO journal_key (household, part, wrapped) VALUES (of, law_part, fresh) ON CONFLICT (household, part) DO NOTHING;
    SELECT wrapped FROM journal_key WHERE household = of AND part = law_part
$$;

DO $$ BEGIN
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sight TO %I', sight.app_role());
    EXECUTE 'REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sight FROM PUBLIC';
END $$;
