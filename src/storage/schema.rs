//! Long because every table of the database is declared in one place.
//!
//! The tables as diesel sees them, the same on both engines. The promises are in migrations/.

diesel::table! {
    state (id) {
        id -> BigInt,
        revision -> BigInt,
        changes -> BigInt,
        confirmed_host -> Nullable<Text>,
        emblem -> Text,
        accent -> Text,
        timeline -> Text,
        mark -> Text,
        ahead_after_us -> Nullable<BigInt>,
        ahead_until_us -> Nullable<BigInt>,
        phone -> Text,
        four_eyes -> Text,
    }
}

diesel::table! {
    #[sql_name = "__diesel_schema_migrations"]
    applied (version) {
        version -> Text,
    }
}

diesel::table! {
    changes (seq, kind, id) {
        seq -> BigInt,
        kind -> Text,
        id -> Text,
        stamp -> Text,
    }
}

diesel::table! {
    names (id) {
        id -> BigInt,
        subject_id -> Text,
        is_document -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    codes (code) {
        code -> Text,
        status -> Text,
        created_at_us -> BigInt,
    }
}

diesel::table! {
    organizations (id) {
        id -> Text,
        code -> Text,
        number -> Text,
        is_union -> BigInt,
        kind -> Text,
        district -> Text,
        status -> Text,
    }
}

diesel::table! {
    organization_names (id) {
        id -> Text,
        organization_id -> Text,
        ordinal -> BigInt,
        name_kk -> Text,
        name_ru -> Text,
        name_en -> Text,
        since -> Nullable<Text>,
        recorded_at_us -> BigInt,
    }
}

diesel::table! {
    successions (id) {
        id -> Text,
        from_id -> Text,
        to_id -> Text,
        relation -> Text,
        on_day -> Text,
        recorded_at_us -> BigInt,
    }
}

diesel::table! {
    contacts (organization_id) {
        organization_id -> Text,
        name -> Text,
        phone -> Text,
        whatsapp -> Text,
        room -> Text,
        confirmed_on -> Text,
    }
}

diesel::table! {
    documents (id) {
        id -> Text,
        code -> Text,
        owner_id -> Text,
        kind -> Text,
        title_kk -> Text,
        title_ru -> Text,
        title_en -> Text,
        concerns_kk -> Text,
        concerns_ru -> Text,
        concerns_en -> Text,
        applies_to -> Text,
        successor_id -> Nullable<Text>,
        created_at_us -> BigInt,
        short_kk -> Text,
        short_ru -> Text,
        short_en -> Text,
    }
}

diesel::table! {
    files (sha256) {
        sha256 -> Text,
        size_bytes -> BigInt,
        media_type -> Text,
    }
}

diesel::table! {
    versions (id) {
        id -> Text,
        document_id -> Text,
        ordinal -> BigInt,
        signed_on -> Nullable<Text>,
        effective_from -> Text,
        term_end -> Nullable<Text>,
        prolongation -> Text,
        corrects -> Nullable<BigInt>,
        published_at_us -> BigInt,
    }
}

diesel::table! {
    texts (id) {
        id -> Text,
        version_id -> Text,
        lang -> Text,
        authenticity -> Text,
        sha256 -> Text,
        file_name -> Text,
        recorded_at_us -> BigInt,
    }
}

diesel::table! {
    attachments (id) {
        id -> Text,
        version_id -> Text,
        ordinal -> BigInt,
        title -> Text,
        dated_on -> Nullable<Text>,
        sha256 -> Text,
        file_name -> Text,
        recorded_at_us -> BigInt,
        role -> Text,
    }
}

diesel::table! {
    facts (id) {
        id -> Text,
        version_id -> Text,
        kind -> Text,
        on_day -> Nullable<Text>,
        detail -> Text,
        salt -> Text,
        recorded_at_us -> BigInt,
    }
}

diesel::table! {
    bodies (text_id) {
        text_id -> Text,
        extractor -> Text,
        body -> Text,
        recipe -> Text,
    }
}

diesel::table! {
    recognised_pages (sha256, page) {
        sha256 -> Text,
        page -> BigInt,
        engine -> Text,
        words -> Text,
        tries -> BigInt,
        asked_at_us -> BigInt,
        taken_until_us -> BigInt,
        is_entered -> BigInt,
    }
}

diesel::table! {
    leaves (number) {
        number -> BigInt,
        leaf -> Text,
        appended_at_us -> BigInt,
    }
}

diesel::table! {
    drafts (id) {
        id -> Text,
        document_id -> Text,
        signed_on -> Nullable<Text>,
        effective_from -> Nullable<Text>,
        term_end -> Nullable<Text>,
        prolongation -> Text,
        corrects -> Nullable<BigInt>,
        // The document's latest record when the draft was last saved; its name is from when a preview wrote it.
        previewed_us -> Nullable<BigInt>,
        created_at_us -> BigInt,
    }
}

diesel::table! {
    draft_files (id) {
        id -> Text,
        draft_id -> Text,
        lang -> Text,
        authenticity -> Text,
        ordinal -> BigInt,
        title -> Text,
        dated_on -> Nullable<Text>,
        sha256 -> Text,
        size_bytes -> BigInt,
        media_type -> Text,
        file_name -> Text,
        extractor -> Text,
        body -> Text,
        recipe -> Text,
        role -> Text,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        login -> Text,
        password_hash -> Text,
        role -> Text,
        created_at_us -> BigInt,
        signed_in_on -> Nullable<Text>,
    }
}

diesel::table! {
    second_factors (user_id) {
        user_id -> Text,
        secret -> Text,
        last_step -> BigInt,
    }
}

diesel::table! {
    recovery_codes (user_id, code_hash) {
        user_id -> Text,
        code_hash -> Text,
    }
}

diesel::table! {
    passkeys (id) {
        id -> Text,
        user_id -> Text,
        name -> Text,
        credential_id -> Text,
        credential -> Text,
        counter -> BigInt,
        made_on -> Text,
        used_on -> Nullable<Text>,
    }
}

diesel::table! {
    ceremonies (token_hash) {
        token_hash -> Text,
        state -> Text,
        expires_at_us -> BigInt,
    }
}

diesel::table! {
    provider_accounts (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        user_id -> Text,
        connected_on -> Text,
        used_on -> Nullable<Text>,
    }
}

diesel::table! {
    user_organizations (user_id, organization_id) {
        user_id -> Text,
        organization_id -> Text,
    }
}

diesel::table! {
    invitations (token_hash) {
        token_hash -> Text,
        role -> Text,
        organization_id -> Nullable<Text>,
        expires_at_us -> BigInt,
        user_id -> Nullable<Text>,
        note -> Text,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        user_id -> Text,
        created_at_us -> BigInt,
        expires_at_us -> BigInt,
        device -> Text,
        used_on -> Nullable<Text>,
        awaits_code -> BigInt,
    }
}

diesel::table! {
    openings (day, document, organization, lang, reader, way) {
        day -> Text,
        document -> Text,
        organization -> Text,
        lang -> Text,
        reader -> Text,
        way -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    needs_addresses (user_id) {
        user_id -> Text,
        token_hash -> Text,
        lang -> Text,
        made_at_us -> BigInt,
    }
}

diesel::table! {
    mail_wishes (user_id) {
        user_id -> Text,
        address -> Text,
        lang -> Text,
        stop_token -> Text,
        asked_at_us -> BigInt,
        confirm_hash -> Nullable<Text>,
        confirm_until_us -> Nullable<BigInt>,
        confirmed_at_us -> Nullable<BigInt>,
    }
}

diesel::table! {
    letters_out (user_id, letter) {
        user_id -> Text,
        letter -> Text,
        state -> Text,
        tries -> BigInt,
        due_us -> BigInt,
        problem -> Text,
    }
}

diesel::table! {
    stray_codes (day, code) {
        day -> Text,
        code -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    opened_days (day, district, lang) {
        day -> Text,
        district -> Text,
        lang -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    opened_documents (document, day) {
        document -> Text,
        day -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    audit (id) {
        id -> Text,
        at_us -> BigInt,
        actor -> Text,
        action -> Text,
        subject -> Text,
    }
}

diesel::table! {
    looks (draft_id) {
        draft_id -> Text,
        asked_by -> Text,
        asked_at_us -> BigInt,
        seen_state -> Text,
    }
}

diesel::table! {
    second_looks (version_id) {
        version_id -> Text,
        published_by -> Text,
        since_us -> BigInt,
        verdict -> Text,
        looked_by -> Nullable<Text>,
        looked_at_us -> Nullable<BigInt>,
        doubt -> Text,
    }
}

diesel::table! {
    proposals (id) {
        id -> Text,
        organization_id -> Text,
        document_id -> Nullable<Text>,
        kind -> Text,
        effective_from -> Nullable<Text>,
        note -> Text,
        proposed_by -> Text,
        proposed_at_us -> BigInt,
        draft_id -> Nullable<Text>,
        ordinal -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        settled_at_us -> Nullable<BigInt>,
    }
}

diesel::table! {
    proposal_files (proposal_id, lang) {
        proposal_id -> Text,
        lang -> Text,
        sha256 -> Text,
        size_bytes -> BigInt,
        media_type -> Text,
        file_name -> Text,
        recipe -> Text,
    }
}

diesel::table! {
    letters (id) {
        id -> Text,
        organization_id -> Text,
        words -> Text,
        written_by -> Text,
        written_at_us -> BigInt,
        answer -> Nullable<Text>,
        answered_by -> Nullable<Text>,
        answered_at_us -> Nullable<BigInt>,
    }
}

diesel::joinable!(facts -> versions (version_id));
diesel::joinable!(second_looks -> versions (version_id));
diesel::joinable!(looks -> drafts (draft_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(needs_addresses -> users (user_id));
diesel::joinable!(api_tokens -> users (user_id));
diesel::table! {
    indexed_texts (text_id) {
        text_id -> Text,
        indexer -> Text,
    }
}

diesel::table! {
    passages (id) {
        id -> BigInt,
        text_id -> Text,
        words -> Text,
        anchor -> Text,
        heading -> Text,
        content -> Text,
    }
}

diesel::table! {
    vocabulary (word) {
        word -> Text,
        passages -> BigInt,
    }
}

diesel::table! {
    hanging (organization, code) {
        organization -> Text,
        code -> Text,
        name_kk -> Text,
        name_ru -> Text,
        name_en -> Text,
        title_kk -> Text,
        title_ru -> Text,
        title_en -> Text,
        host -> Nullable<Text>,
        since -> Text,
        source -> Text,
    }
}

diesel::table! {
    api_tokens (token_hash) {
        token_hash -> Text,
        user_id -> Text,
        name -> Text,
        scopes -> Text,
        created_at_us -> BigInt,
        expires_at_us -> BigInt,
        used_on -> Nullable<Text>,
    }
}

diesel::table! {
    submissions (key) {
        key -> Text,
        made -> Text,
        sent_at_us -> BigInt,
        fingerprint -> Text,
    }
}

diesel::table! {
    intakes (id) {
        id -> Text,
        key -> Text,
        made_by -> Text,
        made_at_us -> BigInt,
        is_ready -> BigInt,
        dates -> Text,
        taken_until_us -> BigInt,
    }
}

diesel::table! {
    intake_files (intake_id, ordinal) {
        intake_id -> Text,
        ordinal -> BigInt,
        name -> Text,
        sha256 -> Text,
        organization_id -> Nullable<Text>,
        lang -> Text,
        problem -> Text,
    }
}

diesel::table! {
    intake_rows (intake_id, organization_id) {
        intake_id -> Text,
        organization_id -> Text,
        document_id -> Text,
        is_new_document -> BigInt,
        draft_id -> Nullable<Text>,
        found -> Text,
        changes -> BigInt,
        edition -> Nullable<BigInt>,
        is_in_hand -> BigInt,
    }
}

diesel::table! {
    checks (id) {
        id -> Text,
        organization -> Text,
        user_id -> Nullable<Text>,
        started_at_us -> BigInt,
        finished_at_us -> Nullable<BigInt>,
        found -> BigInt,
        missing -> BigInt,
        foreign_to_it -> BigInt,
        older -> BigInt,
        unknown -> BigInt,
    }
}

diesel::table! {
    sightings (check_id, code, stand) {
        check_id -> Text,
        code -> Text,
        stand -> Text,
        verdict -> Text,
    }
}

diesel::table! {
    webhooks (id) {
        id -> Text,
        name -> Text,
        address -> Text,
        events -> Text,
        state -> Text,
        secret -> Text,
        secret_before -> Text,
        before_until_us -> BigInt,
        created_at_us -> BigInt,
        taken_until_us -> BigInt,
    }
}

diesel::table! {
    deliveries (number) {
        number -> BigInt,
        webhook_id -> Text,
        message -> Text,
        event -> Text,
        content -> Text,
        at_us -> BigInt,
        tries -> BigInt,
        tried_at_us -> Nullable<BigInt>,
        next_at_us -> BigInt,
        status -> Nullable<BigInt>,
        problem -> Text,
        is_done -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(second_looks, versions);
diesel::allow_tables_to_appear_in_same_query!(drafts, looks);
diesel::allow_tables_to_appear_in_same_query!(sessions, users);
diesel::allow_tables_to_appear_in_same_query!(api_tokens, users);
diesel::allow_tables_to_appear_in_same_query!(needs_addresses, users);
diesel::allow_tables_to_appear_in_same_query!(letters_out, mail_wishes);
diesel::allow_tables_to_appear_in_same_query!(organizations, user_organizations);
diesel::allow_tables_to_appear_in_same_query!(facts, texts, versions);
diesel::allow_tables_to_appear_in_same_query!(documents, facts);
diesel::allow_tables_to_appear_in_same_query!(documents, drafts);
diesel::allow_tables_to_appear_in_same_query!(documents, texts);
diesel::allow_tables_to_appear_in_same_query!(
    codes,
    documents,
    hanging,
    opened_documents,
    organizations,
    versions
);
