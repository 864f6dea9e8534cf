/// The zones of Windows calendars by their IANA names, after the table of the Unicode CLDR (windowsZones.xml).
enum WindowsZone {
    /// The IANA name of a Windows zone.
    static func iana(_ name: String) -> String? { table[name.lowercased()] }

    private static let table: [String: String] = Dictionary(
        uniqueKeysWithValues: list.split(separator: "\n").map { line in
            let parts = line.split(separator: "=")
            return (parts[0].lowercased(), String(parts[1]))
        })

    private static let list = """
        Hawaiian Standard Time=Pacific/Honolulu
        Aleutian Standard Time=America/Adak
        Alaskan Standard Time=America/Anchorage
        Pacific Standard Time=America/Los_Angeles
        Pacific Standard Time (Mexico)=America/Tijuana
        US Mountain Standard Time=America/Phoenix
        Mountain Standard Time=America/Denver
        Mountain Standard Time (Mexico)=America/Mazatlan
        Yukon Standard Time=America/Whitehorse
        Central Standard Time=America/Chicago
        Central Standard Time (Mexico)=America/Mexico_City
        Canada Central Standard Time=America/Regina
        Central America Standard Time=America/Guatemala
        Eastern Standard Time=America/New_York
        Eastern Standard Time (Mexico)=America/Cancun
        US Eastern Standard Time=America/Indiana/Indianapolis
        SA Pacific Standard Time=America/Bogota
        Haiti Standard Time=America/Port-au-Prince
        Cuba Standard Time=America/Havana
        Turks And Caicos Standard Time=America/Grand_Turk
        Venezuela Standard Time=America/Caracas
        Paraguay Standard Time=America/Asuncion
        Atlantic Standard Time=America/Halifax
        SA Western Standard Time=America/La_Paz
        Pacific SA Standard Time=America/Santiago
        Newfoundland Standard Time=America/St_Johns
        E. South America Standard Time=America/Sao_Paulo
        SA Eastern Standard Time=America/Cayenne
        Argentina Standard Time=America/Argentina/Buenos_Aires
        Greenland Standard Time=America/Godthab
        Montevideo Standard Time=America/Montevideo
        Azores Standard Time=Atlantic/Azores
        Cape Verde Standard Time=Atlantic/Cape_Verde
        UTC=UTC
        Coordinated Universal Time=UTC
        GMT Standard Time=Europe/London
        Greenwich Standard Time=Atlantic/Reykjavik
        Morocco Standard Time=Africa/Casablanca
        W. Europe Standard Time=Europe/Berlin
        Central Europe Standard Time=Europe/Budapest
        Central European Standard Time=Europe/Warsaw
        Romance Standard Time=Europe/Paris
        W. Central Africa Standard Time=Africa/Lagos
        GTB Standard Time=Europe/Bucharest
        E. Europe Standard Time=Europe/Chisinau
        FLE Standard Time=Europe/Kiev
        Middle East Standard Time=Asia/Beirut
        Egypt Standard Time=Africa/Cairo
        South Africa Standard Time=Africa/Johannesburg
        Israel Standard Time=Asia/Jerusalem
        Jordan Standard Time=Asia/Amman
        Turkey Standard Time=Europe/Istanbul
        Arabic Standard Time=Asia/Baghdad
        Arab Standard Time=Asia/Riyadh
        Russian Standard Time=Europe/Moscow
        E. Africa Standard Time=Africa/Nairobi
        Iran Standard Time=Asia/Tehran
        Arabian Standard Time=Asia/Dubai
        Afghanistan Standard Time=Asia/Kabul
        West Asia Standard Time=Asia/Tashkent
        Pakistan Standard Time=Asia/Karachi
        India Standard Time=Asia/Kolkata
        Sri Lanka Standard Time=Asia/Colombo
        Nepal Standard Time=Asia/Kathmandu
        Bangladesh Standard Time=Asia/Dhaka
        Myanmar Standard Time=Asia/Rangoon
        SE Asia Standard Time=Asia/Bangkok
        China Standard Time=Asia/Shanghai
        Singapore Standard Time=Asia/Singapore
        Taipei Standard Time=Asia/Taipei
        W. Australia Standard Time=Australia/Perth
        Tokyo Standard Time=Asia/Tokyo
        Korea Standard Time=Asia/Seoul
        Cen. Australia Standard Time=Australia/Adelaide
        AUS Central Standard Time=Australia/Darwin
        E. Australia Standard Time=Australia/Brisbane
        AUS Eastern Standard Time=Australia/Sydney
        Tasmania Standard Time=Australia/Hobart
        Lord Howe Standard Time=Australia/Lord_Howe
        West Pacific Standard Time=Pacific/Port_Moresby
        New Zealand Standard Time=Pacific/Auckland
        Fiji Standard Time=Pacific/Fiji
        Samoa Standard Time=Pacific/Apia
        Tonga Standard Time=Pacific/Tongatapu
        """
}
