# The kinds of documents (official terms) and the months in the forms that sentences need.
kind-law = Law
kind-charter = Charter
kind-regulation = Regulation
kind-general-agreement = General agreement
kind-sector-agreement = Sector agreement
kind-regional-agreement = Regional agreement
kind-collective-agreement = Collective agreement
kind-work-plan = Work plan
kind-report = Report
kind-resolution = Resolution
kind-instruction = Instruction
kind-labour-rules = Internal labour rules
kind-form = Application form
kind-collection = Collection
kind-leaflet = Leaflet
day-short = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
day-long = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
day-from = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
day-to = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
day-on = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
